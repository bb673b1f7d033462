import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

/** So long nothing must have been typed before it is searched for. */
const pauseMs = 250;

export interface Wanted {
  /** What stands in the field. */
  readonly typed: string;
  readonly type: (text: string) => void;
  /** What is searched for: the address has it, so that it can be kept and handed on. Empty: nothing. */
  readonly wanted: string;
  /** Whether `wanted` does not yet say what was typed. */
  readonly isBehind: boolean;
  /** Searches at once. */
  readonly look: () => void;
}

/** The address follows what is typed, and the field follows the address where somebody goes back or elsewhere. */
export function useWanted(): Wanted {
  const wanted = new URLSearchParams(useSearch()).get('q')?.trim() ?? '';
  const [, navigate] = useLocation();
  const [typed, type] = useState(wanted);
  const [followed, follow] = useState(wanted);
  const text = typed.trim();
  if (wanted !== followed) {
    follow(wanted);
    if (wanted !== text) type(wanted);
  }
  const isBehind = text !== wanted;
  useEffect(() => {
    if (text === wanted) return;
    const timer = window.setTimeout(() => navigate(searchAddress(text), { replace: true }), pauseMs);
    return () => window.clearTimeout(timer);
  }, [text, wanted, navigate]);
  const look = (): void => navigate(searchAddress(text), { replace: true });
  return { typed, type, wanted, isBehind, look };
}

function searchAddress(wanted: string): string {
  return wanted === '' ? '/search' : `/search?q=${encodeURIComponent(wanted)}`;
}
