import { useState } from 'react';
import { Redirect } from 'wouter';
import { readInvitation } from '../../../contract/identity.js';
import { useAnswer } from '../../api/use-answer.js';
import { ButtonLink } from '../../components/button-link.js';
import { ErrorState } from '../../components/error-state.js';
import { Splash } from '../../components/splash.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { AcceptForm } from './accept-form.js';

/** Where a link leads that lets somebody in for the first time, or again with a new password. */
export function WelcomePage({ token }: { readonly token: string }) {
  const { signIn, welcome } = useWords().signingIn;
  const [isAccepted, setIsAccepted] = useState(false);
  const { data, error, refetch } = useAnswer(readInvitation, { params: { token } });
  if (isAccepted) return <Redirect to="/sign-in" replace />;
  if (data !== undefined) {
    return <AcceptForm token={token} invitation={data} onAccepted={() => setIsAccepted(true)} />;
  }
  if (error === null) return <Splash />;
  if (error.isPassing) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <Gate title={welcome.invalid}>
      <GateProblem problem={error} />
      <ButtonLink href="/sign-in">{signIn}</ButtonLink>
    </Gate>
  );
}
