import { type ReactNode, useEffect } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ErrorState } from '../components/error-state.js';
import { Splash } from '../components/splash.js';
import { useWording } from '../words/use-words.js';
import type { Language } from '../words/words.js';
import { comingBackTo } from './coming-back.js';
import { MeContext } from './use-me.js';
import { useSession } from './use-session.js';

/** Shows its children to whoever is signed in, and sends everybody else to where they can do so. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useSession();
  const [path] = useLocation();
  useKnownLanguage(session?.me?.language ?? null);
  if (session === undefined) {
    return error === null ? <Splash /> : <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  if (session?.state === 'second_factor_needed') return <Redirect to="/second-factor" replace />;
  if (session?.state !== 'signed_in' || session.me === null)
    return <Redirect to={comingBackTo(path)} replace />;
  return <MeContext value={session.me}>{children}</MeContext>;
}

/** From the moment that we know who reads, the pages are in the language that they chose, here or elsewhere. */
function useKnownLanguage(known: Language | null): void {
  const { choose } = useWording();
  useEffect(() => {
    if (known !== null) choose(known);
  }, [known, choose]);
}
