import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ErrorState } from '../../components/error-state.js';
import { Splash } from '../../components/splash.js';
import { type Session, useSession } from '../../session/use-session.js';
import { useLetIn } from '../gate/use-let-in.js';
import { BeginForm } from './begin-form.js';
import { RecoveryCodes } from './recovery-codes.js';
import { ScanForm } from './scan-form.js';
import type { Confirmed, Setup } from './setup.js';

/** Sets up a second factor: confirm who one is, scan, give the first code, keep the recovery codes. */
export function SecondFactorPage() {
  const { data: session, error, refetch } = useSession();
  if (session === undefined) {
    return error === null ? <Splash /> : <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  if (session === null || session.state === 'code_needed') return <Redirect to="/sign-in" replace />;
  return <Steps state={session.state} />;
}

function Steps({ state }: { readonly state: Session['state'] }) {
  const [isRequired] = useState(state !== 'signed_in');
  const [setup, setSetup] = useState<Setup | null>(null);
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const letIn = useLetIn();
  const [, navigate] = useLocation();
  if (setup === null) return <BeginForm isRequired={isRequired} onBegun={setSetup} />;
  if (confirmed === null) return <ScanForm setup={setup} onConfirmed={setConfirmed} />;
  const finish = (): void => {
    letIn(confirmed.session);
    navigate(isRequired ? '/inbox' : '/settings');
  };
  return <RecoveryCodes codes={confirmed.recovery_codes} onKept={finish} />;
}
