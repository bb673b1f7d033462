import './scan-form.css';
import { Download } from 'lucide-react';
import { Button } from '../../components/button.js';
import { CopyButton } from '../../components/copy-button.js';
import { useWords } from '../../words/use-words.js';
import { Gate } from '../gate/gate.js';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shows the recovery codes, this one time. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { title, why, download, fileName, kept } = useWords().signingIn.secondFactor.recovery;
  const text = codes.join('\n');
  return (
    <Gate title={title} why={why}>
      <ul className="second-factor-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="second-factor-deeds">
        <CopyButton text={text} />
        <Button icon={<Download aria-hidden />} isSmall onPress={() => keepAsFile(fileName, text)}>
          {download}
        </Button>
      </div>
      <Button kind="main" onPress={onKept} autoFocus>
        {kept}
      </Button>
    </Gate>
  );
}

function keepAsFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
