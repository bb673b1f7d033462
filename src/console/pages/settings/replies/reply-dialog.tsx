import { useState } from 'react';
import { Checkbox } from '../../../components/checkbox.js';
import { Dialog, DialogButtons } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import type { SavedReply } from './saved-reply.js';
import { useKeepReply } from './use-keep-reply.js';

/** As the contract has it. */
const shortcutRule = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

const variables = ['contact.first_name or "…"', 'agent.name', 'workspace.brand']
  .map((name) => `{{${name}}}`)
  .join(' ');

interface ReplyDialogProps {
  /** Null: a new one. */
  readonly reply: SavedReply | null;
  readonly onClose: () => void;
}

/** Writes a saved reply, or changes it. */
export function ReplyDialog({ reply, onClose }: ReplyDialogProps) {
  const { common, settings } = useWords();
  const words = settings.replies;
  const [written, setWritten] = useState(reply ?? blank);
  const [isTried, setIsTried] = useState(false);
  const mayShare = useMay('lead_chats');
  const { keep, isPending, error } = useKeepReply(reply, onClose);
  const isNamed = shortcutRule.test(written.shortcut.trim());
  const isWritten = written.text.trim() !== '';
  const write = (part: Partial<typeof blank>): void => setWritten({ ...written, ...part });
  const { shortcut, text, is_shared } = written;
  const save = (): void => {
    setIsTried(true);
    if (isNamed && isWritten) keep({ shortcut, text, is_shared });
  };
  const title = reply === null ? words.add : words.changeOf(reply.shortcut);
  const foot = (
    <DialogButtons onCancel={onClose} confirm={common.save} isPending={isPending} onConfirm={save} />
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} foot={foot}>
      <GateProblem problem={error} />
      <TextField
        label={words.shortcut}
        description={words.shortcutDescription}
        value={written.shortcut}
        onChange={(shortcut) => write({ shortcut })}
        error={isTried && !isNamed ? words.badShortcut : undefined}
        autoFocus
      />
      <TextField
        label={words.text}
        description={`${words.textDescription} ${variables}`}
        value={written.text}
        onChange={(text) => write({ text })}
        rows={6}
        maxLength={5_000}
        error={isTried && !isWritten ? words.needed : undefined}
      />
      {mayShare && (
        <Checkbox isSelected={written.is_shared} onChange={(is_shared) => write({ is_shared })}>
          {words.shared}
        </Checkbox>
      )}
    </Dialog>
  );
}

const blank = { shortcut: '', text: '', is_shared: false };
