import './business-message.css';
import type { StoryMessage } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { deliveryWords } from '../../state/delivery-words.js';
import { BubbleTime } from './bubble-time.js';
import { LinkButton } from './link-button.js';
import { MessageButtons } from './message-buttons.js';
import { MessageCards } from './message-cards.js';
import { MessageMedia } from './message-media.js';
import { Speaker } from './speaker.js';
import { TypingDots } from './typing-dots.js';

interface BusinessMessageProps {
  readonly message: StoryMessage;
  readonly say: (saying: Saying) => void;
}

/** What the business said, who there said it, and how far it has come. */
export function BusinessMessage({ message, say }: BusinessMessageProps) {
  const { isPublic, spokenBy, state, stateReason, at, isTyping } = message;
  const kind = spokenBy?.kind ?? 'flow';
  return (
    <>
      <div className={`bubble business business-${kind} delivery-${state ?? 'none'}`}>
        {isTyping ? <TypingDots /> : <Content message={message} say={say} />}
      </div>
      <p className="bubble-meta">
        {isPublic && <span>public reply</span>}
        {spokenBy !== null && <Speaker spokenBy={spokenBy} />}
        <BubbleTime at={at} />
        {state !== null && (
          <span className={`delivery-words delivery-words-${state}`}>
            {deliveryWords(state, stateReason)}
          </span>
        )}
      </p>
    </>
  );
}

function Content({ message, say }: BusinessMessageProps) {
  const { text, link, media, cards, buttons } = message;
  return (
    <>
      {media !== null && <MessageMedia media={media} />}
      {text !== '' && (
        <p className="business-text" dir="auto">
          {text}
        </p>
      )}
      {link !== null && <LinkButton link={link} />}
      <MessageButtons buttons={buttons} say={say} />
      {cards.length > 0 && <MessageCards cards={cards} say={say} />}
    </>
  );
}
