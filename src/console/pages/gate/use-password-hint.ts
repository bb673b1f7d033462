import { useWords } from '../../words/use-words.js';

/** In characters; the contract says the same. */
export const shortestPassword = 12;

interface PasswordHint {
  readonly description: string;
  readonly error: string | undefined;
}

/** What is said below a new password while it is written, and what is wrong with it once it was sent. */
export function usePasswordHint(password: string, isTried: boolean): PasswordHint {
  const { passwordDescription, tooShort } = useWords().signingIn.welcome;
  const missing = shortestPassword - password.length;
  const isUnderWay = password !== '' && missing > 0;
  return {
    description: isUnderWay ? tooShort(missing) : passwordDescription,
    error: isTried && missing > 0 ? tooShort(missing) : undefined,
  };
}
