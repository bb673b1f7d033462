import { useState } from 'react';
import { beginSecondFactor } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { PasswordField } from '../../components/password-field.js';
import { useSignOut } from '../../session/use-sign-out.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import type { Setup } from './setup.js';

interface BeginFormProps {
  /** Whoever must have a second factor has just given their password; others are asked for it again. */
  readonly isRequired: boolean;
  readonly onBegun: (setup: Setup) => void;
}

/** Says why, and makes sure that it is them. */
export function BeginForm({ isRequired, onBegun }: BeginFormProps) {
  const { secondFactor: words, password: label } = useWords().signingIn;
  const [password, setPassword] = useState('');
  const signOut = useSignOut();
  const begin = useDeed(beginSecondFactor, { onDone: onBegun });
  const submit = (): void => {
    begin.mutate({ body: isRequired ? {} : { password } });
  };
  return (
    <Gate title={words.title} why={isRequired ? words.why : words.whyByChoice}>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={begin.error} wrong="password" />
        {!isRequired && (
          <PasswordField
            label={label}
            description={words.askPassword}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            autoFocus
          />
        )}
        <Button type="submit" kind="main" isPending={begin.isPending} autoFocus={isRequired}>
          {words.goOn}
        </Button>
        {isRequired && (
          <Button kind="quiet" onPress={signOut}>
            {words.signOut}
          </Button>
        )}
      </Form>
    </Gate>
  );
}
