import { useState } from 'react';
import { signIn } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { PasswordField } from '../../components/password-field.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { useLetIn } from '../gate/use-let-in.js';

/** The first step: who one is. */
export function PasswordForm() {
  const words = useWords().signingIn;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { mutate, isPending, error } = useDeed(signIn, { onDone: useLetIn() });
  const missing = (text: string): string | undefined => (isTried && text === '' ? words.needed : undefined);
  const submit = (): void => {
    setIsTried(true);
    if (email !== '' && password !== '') mutate({ body: { email, password } });
  };
  return (
    <Gate title={words.title}>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={error} wrong="credentials" />
        <TextField
          label={words.email}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={missing(email)}
          autoFocus
        />
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={missing(password)}
        />
        <Button type="submit" kind="main" isPending={isPending}>
          {words.signIn}
        </Button>
        <p className="gate-hint">{words.forgot}</p>
      </Form>
    </Gate>
  );
}
