import { useState } from 'react';
import { changeReply, listReplies, saveReply } from '../../../../contract/replies.js';
import { useDeed } from '../../../api/use-deed.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkbox.js';
import { Dialog } from '../../../components/dialog.js';
import { TextField } from '../../../components/text-field.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { GateProblem } from '../../gate/gate-problem.js';
import type { SavedReply } from './replies-settings.js';

const shortcutRule = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;
const variables = ['contact.first_name or "…"', 'agent.name', 'workspace.brand'].map((name) => `{{${name}}}`);

interface ReplyDialogProps {
  /** Null: a new one. */
  readonly reply: SavedReply | null;
  readonly onClose: () => void;
}

/** Writes a saved reply, or changes it. */
export function ReplyDialog({ reply, onClose }: ReplyDialogProps) {
  const { settings, common } = useWords();
  const words = settings.replies;
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [isShared, setIsShared] = useState(reply?.is_shared ?? false);
  const [isTried, setIsTried] = useState(false);
  const mayShare = useMay('lead_chats');
  const whenDone = { changes: [listReplies], onDone: onClose };
  const save = useDeed(saveReply, whenDone);
  const change = useDeed(changeReply, whenDone);
  const isGood = shortcutRule.test(shortcut.trim()) && text.trim() !== '';
  const submit = (): void => {
    setIsTried(true);
    const body = { shortcut, text, is_shared: isShared };
    if (!isGood) return;
    if (reply === null) save.mutate({ body });
    else change.mutate({ params: { id: reply.id }, body });
  };
  const foot = (
    <>
      <Button onPress={onClose}>{common.cancel}</Button>
      <Button kind="main" isPending={save.isPending || change.isPending} onPress={submit}>
        {common.save}
      </Button>
    </>
  );
  return (
    <Dialog
      title={reply === null ? words.add : words.changeOf(reply.shortcut)}
      isOpen
      onClose={onClose}
      foot={foot}
    >
      <GateProblem problem={save.error ?? change.error} />
      <TextField
        label={words.shortcut}
        description={words.shortcutDescription}
        value={shortcut}
        onChange={setShortcut}
        error={isTried && !shortcutRule.test(shortcut.trim()) ? words.badShortcut : undefined}
        autoFocus
      />
      <TextField
        label={words.text}
        description={`${words.textDescription} ${variables.join(' ')}`}
        value={text}
        onChange={setText}
        rows={6}
        maxLength={5_000}
        error={isTried && text.trim() === '' ? words.needed : undefined}
      />
      {mayShare && (
        <Checkbox isSelected={isShared} onChange={setIsShared}>
          {words.shared}
        </Checkbox>
      )}
    </Dialog>
  );
}
