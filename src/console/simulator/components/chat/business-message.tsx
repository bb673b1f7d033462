import './business-message.css';
import type { StoryMessage } from '../../api/contract.js';
import { deliveryWords } from '../../state/delivery-words.js';
import { BubbleTime } from './bubble-time.js';
import { LinkButton } from './link-button.js';
import { Speaker } from './speaker.js';

/** What the business said, who there said it, and how far it has come. */
export function BusinessMessage({ message }: { readonly message: StoryMessage }) {
  const { text, link, isPublic, spokenBy, state, stateReason, at } = message;
  const kind = spokenBy?.kind ?? 'flow';
  return (
    <>
      <div className={`bubble business business-${kind} delivery-${state ?? 'none'}`}>
        <p className="business-text" dir="auto">
          {text}
        </p>
        {link !== null && <LinkButton link={link} />}
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
