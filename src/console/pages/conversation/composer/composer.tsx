import './composer.css';
import { ShieldBan } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { Sending } from '../hooks/use-sending.js';
import type { DraftInHand } from '../hooks/use-draft.js';
import type { Desk, TimelineItem } from '../state/answers.js';
import { ClosedNotice } from './closed-notice.js';
import { CollisionLine } from './collision-line.js';
import { MovedOn } from './moved-on.js';
import { NoteField } from './note-field.js';
import { ModeChoice } from './mode-choice.js';
import { ReplyField } from './reply-field.js';
import { WindowLine } from '../parts/window-line.js';

export interface ComposerProps {
  readonly desk: Desk;
  readonly items: readonly TimelineItem[];
  readonly draft: DraftInHand;
  readonly sending: Sending;
  readonly onUnblock: () => void;
}

/** Where an agent writes: to the contact, or a note to colleagues; and why not, where they cannot. */
export function Composer(props: ComposerProps) {
  const { desk, draft, sending, items } = props;
  const words = useWords().conversation.composer;
  const mayWork = useMay('work_chats');
  const waiting = sending.outbox.find(({ progress }) => progress === 'moved_on');
  if (!mayWork) return <p className="composer composer-closed">{words.readOnly}</p>;
  return (
    <section className={`composer composer-${draft.mode}`} aria-label={words.label}>
      <CollisionLine present={desk.present} />
      {waiting !== undefined && (
        <MovedOn outgoing={waiting} items={items} sending={sending} draft={draft} contact={desk.contact} />
      )}
      <div className="composer-box">
        <div className="composer-head">
          <ModeChoice mode={draft.mode} onChoose={draft.setMode} />
          {draft.mode === 'reply' && <WindowLine composer={desk.composer} />}
        </div>
        <Field {...props} />
      </div>
    </section>
  );
}

function Field({ desk, draft, sending, onUnblock }: ComposerProps) {
  const { composer, contact } = desk;
  if (draft.mode === 'note') return <NoteField desk={desk} draft={draft} onSend={sending.send} />;
  if (contact.is_blocked) return <Blocked onUnblock={onUnblock} />;
  if (!composer.may_write) return <ClosedNotice desk={desk} draft={draft.reply} />;
  return <ReplyField desk={desk} draft={draft} onSend={sending.send} />;
}

function Blocked({ onUnblock }: { readonly onUnblock: () => void }) {
  const { composer, deeds } = useWords().conversation;
  return (
    <div className="composer-notice">
      <p>
        <ShieldBan aria-hidden /> {composer.blocked}
      </p>
      <Button isSmall onPress={onUnblock}>
        {deeds.unblock}
      </Button>
    </div>
  );
}
