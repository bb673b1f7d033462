import './turn.css';
import { memo } from 'react';
import type { MessageItem } from '../state/answers.js';
import { deliveryTone } from '../state/delivery.js';
import type { Voice } from '../state/story-entries.js';
import { LineBody } from './line-body.js';
import { LineMeta } from './line-meta.js';
import { VoiceName } from './voice-name.js';

interface TurnProps {
  readonly conversationId: string;
  readonly contactName: string;
  readonly voice: Voice;
  readonly items: readonly MessageItem[];
}

/** What one voice says in a row, under its name. */
export function Turn({ conversationId, contactName, voice, items }: TurnProps) {
  return (
    <div className={`turn turn-${voice.kind}`}>
      <p className="turn-voice">
        <VoiceName voice={voice} contactName={contactName} />
      </p>
      {items.map((item, index) => (
        <TurnLine
          key={item.id}
          conversationId={conversationId}
          item={item}
          isLast={index === items.length - 1}
        />
      ))}
    </div>
  );
}

interface TurnLineProps {
  readonly conversationId: string;
  readonly item: MessageItem;
  readonly isLast: boolean;
}

/** Stories are long and change at their end: a line that stays the same is not drawn again. */
const TurnLine = memo(function TurnLine({ conversationId, item, isLast }: TurnLineProps) {
  const { line } = item;
  const tone = line.state === null ? 'there' : deliveryTone(line.state);
  return (
    <div className={`line line-${tone}`} data-item={item.id}>
      <div className="line-bubble">
        <LineBody conversationId={conversationId} line={line} />
      </div>
      <LineMeta line={line} tone={tone} isLast={isLast} />
    </div>
  );
});
