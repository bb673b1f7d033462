import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { z } from 'zod';
import { acceptInvitation, type readInvitation } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { PasswordField } from '../../components/password-field.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { useLetIn } from '../gate/use-let-in.js';
import { shortestPassword, usePasswordHint } from '../gate/use-password-hint.js';
import { useWelcomeWords } from './use-welcome-words.js';

export type Invitation = z.output<(typeof readInvitation)['answer']>;

interface AcceptFormProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly onAccepted: () => void;
}

/** What an invited person says of themselves: what is known of them already is not asked. */
export function AcceptForm({ token, invitation, onAccepted }: AcceptFormProps) {
  const { email: emailLabel, password: passwordLabel, needed, welcome } = useWords().signingIn;
  const { title, why, button } = useWelcomeWords(invitation);
  const [name, setName] = useState(invitation.name ?? '');
  const [email, setEmail] = useState(invitation.email ?? '');
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
  const isNew = invitation.kind !== 'reset';
  const missing = (text: string): string | undefined => (isTried && text.trim() === '' ? needed : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (password.length < shortestPassword || (isNew && [name, email].some((text) => text.trim() === '')))
      return;
    const own = invitation.kind === 'owner' ? { name, email } : isNew ? { name } : {};
    mutate({ params: { token }, body: { ...own, password } });
  };
  return (
    <Gate title={title} why={why}>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={error} />
        {isNew && (
          <TextField
            label={welcome.name}
            description={welcome.nameDescription}
            autoComplete="name"
            value={name}
            onChange={setName}
            error={missing(name)}
          />
        )}
        <TextField
          label={emailLabel}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isReadOnly={invitation.kind !== 'owner'}
          error={missing(email)}
        />
        <PasswordField
          label={passwordLabel}
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
