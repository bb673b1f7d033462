import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/use-words.js';
import type { Invitation } from './invitation.js';

interface Who {
  readonly name: string;
  readonly email: string;
}

interface WhoFieldsProps {
  readonly kind: Invitation['kind'];
  readonly who: Who;
  readonly onChange: (who: Who) => void;
  /** Whether it was sent already: what is missing is then said. */
  readonly isTried: boolean;
}

/** Who somebody is: their name where they are new, their e-mail to be given or to be seen. */
export function WhoFields({ kind, who, onChange, isTried }: WhoFieldsProps) {
  const { email: emailLabel, needed, welcome } = useWords().signingIn;
  const missing = (text: string): string | undefined => (isTried && text.trim() === '' ? needed : undefined);
  return (
    <>
      {kind !== 'reset' && (
        <TextField
          label={welcome.name}
          description={welcome.nameDescription}
          autoComplete="name"
          value={who.name}
          onChange={(name) => onChange({ ...who, name })}
          maxLength={100}
          error={missing(who.name)}
        />
      )}
      <TextField
        label={emailLabel}
        type="email"
        autoComplete="username"
        value={who.email}
        onChange={(email) => onChange({ ...who, email })}
        isReadOnly={kind !== 'owner'}
        error={missing(who.email)}
      />
    </>
  );
}
