import './scan-form.css';
import { useState } from 'react';
import { confirmSecondFactor } from '../../../contract/identity.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { CopyButton } from '../../components/copy-button.js';
import { useWords } from '../../words/use-words.js';
import { CodeField } from '../gate/code-field.js';
import { Gate } from '../gate/gate.js';
import { GateProblem } from '../gate/gate-problem.js';
import { QrCode } from './qr-code.js';
import type { Confirmed, Setup } from './setup.js';

interface ScanFormProps {
  readonly setup: Setup;
  readonly onConfirmed: (confirmed: Confirmed) => void;
}

/** Gives the secret to their phone, and proves by a first code that it has arrived. */
export function ScanForm({ setup, onConfirmed }: ScanFormProps) {
  const { secondFactor: words } = useWords().signingIn;
  const [code, setCode] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { mutate, isPending, error } = useDeed(confirmSecondFactor, { onDone: onConfirmed });
  const submit = (): void => {
    setIsTried(true);
    if (code.trim() !== '') mutate({ body: { code } });
  };
  return (
    <Gate title={words.scan}>
      <QrCode text={setup.uri} label={words.picture} />
      <div className="second-factor-key">
        <span>{words.orType}</span>
        <code>{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={setup.secret} />
      </div>
      <Form className="gate-form" onSubmit={submit}>
        <GateProblem problem={error} wrong="code" />
        <CodeField label={words.thenCode} isDigits isTried={isTried} code={code} onChange={setCode} />
        <Button type="submit" kind="main" isPending={isPending}>
          {words.turnOn}
        </Button>
      </Form>
    </Gate>
  );
}
