import { useWords } from '../../words/use-words.js';
import type { Invitation } from './invitation.js';

interface WelcomeWords {
  readonly title: string;
  readonly why: string;
  /** On the button that accepts. */
  readonly button: string;
}

/** How somebody is welcomed, by what their link is for. */
export function useWelcomeWords({ kind, name, role, invited_by }: Invitation): WelcomeWords {
  const { signingIn, common } = useWords();
  const { owner, invitation, reset, begin, setPassword } = signingIn.welcome;
  switch (kind) {
    case 'owner':
      return { ...owner, button: begin };
    case 'invitation':
      return {
        title: invitation.title(name),
        why: invitation.why(invited_by, common.roles[role]),
        button: begin,
      };
    case 'reset':
      return { ...reset, button: setPassword };
  }
}
