import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnew } from './use-fresh-conversation.js';

/** Browsers count no longer than this, ms. */
const longestTimer = 2 ** 31 - 1;

/** When a permission to write ends, nobody sends an event: the desk is read anew a moment after. */
export function useWindowEnd(conversationId: string, closesAt: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const left = closesAt === null ? longestTimer : Date.parse(closesAt) - Date.now() + 500;
    if (left < 0 || left >= longestTimer) return undefined;
    const timer = window.setTimeout(() => void readAnew(client, conversationId), left);
    return () => {
      window.clearTimeout(timer);
    };
  }, [client, conversationId, closesAt]);
}
