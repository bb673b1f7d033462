import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/use-words.js';

interface CodeFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Whether only an authenticator's digits are meant; else it may be a recovery code too. */
  readonly isDigits?: boolean;
  /** Whether they have tried to go on, so that a code is missed. */
  readonly isTried: boolean;
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** Where a code of a second factor is typed, or filled in by the device. */
export function CodeField({ isDigits = false, isTried, code, onChange, ...words }: CodeFieldProps) {
  const { needed } = useWords().signingIn;
  return (
    <TextField
      {...words}
      {...(isDigits && { inputMode: 'numeric' })}
      autoComplete="one-time-code"
      value={code}
      onChange={onChange}
      error={isTried && code.trim() === '' ? needed : undefined}
      autoFocus
    />
  );
}
