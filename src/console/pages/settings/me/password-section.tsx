import { useState } from 'react';
import { changePassword, listSessions } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { PasswordField } from '../../../components/password-field.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import { useLetIn } from '../../gate/use-let-in.js';
import { shortestPassword, usePasswordHint } from '../../gate/use-password-hint.js';
import { Section } from '../section.js';
import { useSayings } from '../use-sayings.js';

/** A new password, by whoever knows the one before. */
export function PasswordSection() {
  const words = useWords().settings.me;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isTried, setIsTried] = useState(false);
  const hint = usePasswordHint(next, isTried);
  const { saved } = useSayings();
  const letIn = useLetIn();
  const { mutate, isPending, error } = useDeed(changePassword, {
    changes: [listSessions],
    onDone: (session) => {
      letIn(session);
      setCurrent('');
      setNext('');
      setIsTried(false);
      saved(words.passwordChanged);
    },
  });
  const submit = (): void => {
    setIsTried(true);
    if (next.length >= shortestPassword) mutate({ body: { current, next } });
  };
  return (
    <Section title={words.password} why={words.passwordWhy}>
      <Form className="settings-form" onSubmit={submit}>
        <GateProblem problem={error} wrong="password" />
        <PasswordField
          label={words.current}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <PasswordField
          label={words.next}
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          {...hint}
        />
        <div className="settings-deeds">
          <Button type="submit" isPending={isPending}>
            {words.changePassword}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
