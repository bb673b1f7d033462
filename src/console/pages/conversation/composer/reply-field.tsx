import { useId, useState } from 'react';
import { SendHorizontal } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { useWords } from '../../../words/use-words.js';
import type { DraftInHand } from '../hooks/use-draft.js';
import type { Sending } from '../hooks/use-sending.js';
import { useSavedReplies } from '../hooks/use-saved-replies.js';
import { useSuggestions } from '../hooks/use-suggestions.js';
import { useUploads } from '../hooks/use-uploads.js';
import type { Desk } from '../state/answers.js';
import { openVariables } from '../state/fill-reply.js';
import { judgeLength } from '../state/text-length.js';
import { AttachButton, UploadList } from './uploads.js';
import { LengthLine } from './length-line.js';
import { WriteField } from './write-field.js';

interface ReplyFieldProps {
  readonly desk: Desk;
  readonly draft: DraftInHand;
  readonly onSend: Sending['send'];
}

const staysPut: { readonly at: number | null } = { at: null };

/** Where an answer to the contact is written. */
export function ReplyField({ desk, draft, draft: { reply: text }, onSend }: ReplyFieldProps) {
  const { conversation, common } = useWords();
  const words = conversation.composer;
  const [caret, setCaret] = useState(staysPut);
  const descriptionId = useId();
  const uploads = useUploads(desk.conversation_id);
  const length = judgeLength(text, desk.composer.text);
  const open = openVariables(text);
  const isInvalid = length.isOver || open.length > 0;
  const maySend = !isInvalid && uploads.areThere && (text.trim() !== '' || uploads.list.length > 0);
  const suggestions = useSuggestions({
    text,
    sign: '/',
    find: useSavedReplies(desk),
    onPut: (changed, at) => {
      draft.setText(changed, 'reply');
      setCaret({ at });
    },
  });
  const send = (): void => {
    if (!maySend) return;
    onSend({ kind: 'reply', text: text.trim(), mentions: [], uploads: uploads.takeAll() });
    draft.setText('', 'reply');
  };
  return (
    <>
      <UploadList uploads={uploads} />
      <WriteField
        label={words.replyTo(desk.contact.name ?? common.nameless)}
        hint={words.replyHint}
        text={text}
        onChange={(written) => draft.setText(written, 'reply')}
        onSend={send}
        suggestions={suggestions}
        suggestionsLabel={words.savedReplies}
        suggestionsNothing={words.noReplies}
        caret={caret}
        isInvalid={isInvalid}
        descriptionId={descriptionId}
      />
      <div className="composer-foot">
        <AttachButton kinds={desk.composer.attachments} onChoose={uploads.add} />
        <LengthLine id={descriptionId} length={length} unit={desk.composer.text.unit} open={open} />
        <Button kind="main" icon={<SendHorizontal aria-hidden />} isDisabled={!maySend} onPress={send}>
          {words.send}
        </Button>
      </div>
    </>
  );
}
