import './link-dialog.css';
import { Button } from '../../../components/button.js';
import { CopyButton } from '../../../components/copy-button.js';
import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../words/use-words.js';

interface LinkDialogProps {
  readonly link: string;
  /** Whom it lets in. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Shows a link that lets somebody in, to be copied and given to them. */
export function LinkDialog({ link, name, onClose }: LinkDialogProps) {
  const words = useWords().settings.people;
  const foot = (
    <Button kind="main" onPress={onClose}>
      {words.done}
    </Button>
  );
  return (
    <Dialog title={words.linkTitle} isOpen isUrgent onClose={onClose} foot={foot}>
      <p>{words.linkWhy(name)}</p>
      <div className="people-link">
        <code>{link}</code>
        <CopyButton text={link} />
      </div>
    </Dialog>
  );
}
