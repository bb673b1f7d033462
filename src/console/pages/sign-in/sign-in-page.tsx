import { Redirect, useSearch } from 'wouter';
import { ErrorState } from '../../components/error-state.js';
import { Splash } from '../../components/splash.js';
import { nextPage } from '../../session/coming-back.js';
import { useSession } from '../../session/use-session.js';
import { CodeForm } from './code-form.js';
import { PasswordForm } from './password-form.js';

/** Lets people in: by their password, then by their second factor, then to where they wanted to go. */
export function SignInPage() {
  const { data: session, error, refetch } = useSession();
  const search = useSearch();
  if (session === undefined) {
    return error === null ? <Splash /> : <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  switch (session?.state) {
    case 'signed_in':
      return <Redirect to={nextPage(search)} replace />;
    case 'second_factor_needed':
      return <Redirect to="/second-factor" replace />;
    case 'code_needed':
      return <CodeForm />;
    case undefined:
      return <PasswordForm />;
  }
}
