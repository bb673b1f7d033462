import { useState } from 'react';
import { giveCode } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { useSignOut } from '../../session/use-sign-out.js';
import { useWords } from '../../words/use-words.js';
import { CodeField } from '../gate/code-field.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { useLetIn } from '../gate/use-let-in.js';

/** The second step: a code that only their phone knows. */
export function CodeForm() {
  const { code: words } = useWords().signingIn;
  const [code, setCode] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { mutate, isPending, error } = useDeed(giveCode, { onDone: useLetIn() });
  const signOut = useSignOut();
  const submit = (): void => {
    setIsTried(true);
    if (code.trim() !== '') mutate({ body: { code } });
  };
  return (
    <Gate title={words.title} why={words.why}>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={error} wrong="code" />
        <CodeField
          label={words.label}
          description={words.description}
          isTried={isTried}
          code={code}
          onChange={setCode}
        />
        <Button type="submit" kind="main" isPending={isPending}>
          {words.confirm}
        </Button>
        <Button kind="quiet" onPress={signOut}>
          {words.other}
        </Button>
      </Form>
    </Gate>
  );
}
