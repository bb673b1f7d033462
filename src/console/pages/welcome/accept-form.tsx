import { useState } from 'react';
import { acceptInvitation } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { PasswordField } from '../../components/password-field.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { useLetIn } from '../gate/use-let-in.js';
import { shortestPassword, usePasswordHint } from '../gate/use-password-hint.js';
import type { Invitation } from './invitation.js';
import { useWelcomeWords } from './use-welcome-words.js';
import { WhoFields } from './who-fields.js';

interface AcceptFormProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly onAccepted: () => void;
}

/** What an invited person says of themselves: what is known of them already is not asked. */
export function AcceptForm({ token, invitation, onAccepted }: AcceptFormProps) {
  const { password: label } = useWords().signingIn;
  const { title, why, button } = useWelcomeWords(invitation);
  const [who, setWho] = useState({ name: invitation.name ?? '', email: invitation.email ?? '' });
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const hint = usePasswordHint(password, isTried);
  const letIn = useLetIn();
  const { mutate, isPending, error } = useDeed(acceptInvitation, {
    onDone: (session) => {
      letIn(session);
      onAccepted();
    },
  });
  const submit = (): void => {
    setIsTried(true);
    const own = asked(invitation, who);
    const isWhole = Object.values(own).every((text) => text.trim() !== '');
    if (isWhole && password.length >= shortestPassword)
      mutate({ params: { token }, body: { ...own, password } });
  };
  return (
    <Gate title={title} why={why}>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={error} />
        <WhoFields kind={invitation.kind} who={who} onChange={setWho} isTried={isTried} />
        <PasswordField
          label={label}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          {...hint}
        />
        <Button type="submit" kind="main" isPending={isPending}>
          {button}
        </Button>
      </Form>
    </Gate>
  );
}

/** What of it is new to the server, by what the link is for. */
function asked(
  { kind }: Invitation,
  { name, email }: { name: string; email: string },
): Record<string, string> {
  if (kind === 'owner') return { name, email };
  return kind === 'invitation' ? { name } : {};
}
