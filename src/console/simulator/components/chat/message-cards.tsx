import './message-cards.css';
import type { Card } from '../../api/contract.js';
import type { Saying } from '../../state/saying.js';
import { webAddress } from '../../state/web-address.js';
import { MessageButtons } from './message-buttons.js';

interface MessageCardsProps {
  readonly cards: readonly Card[];
  readonly say: (saying: Saying) => void;
}

/** Cards side by side, to be scrolled through. */
export function MessageCards({ cards, say }: MessageCardsProps) {
  return (
    <ul className="message-cards" tabIndex={0} aria-label={`${String(cards.length)} cards`}>
      {cards.map((card, index) => (
        <li key={index} className="message-card">
          <CardImage image={card.image} />
          <p className="message-card-title" dir="auto">
            {card.title}
          </p>
          {card.text !== '' && (
            <p className="message-card-text" dir="auto">
              {card.text}
            </p>
          )}
          {card.button !== null && <MessageButtons buttons={[card.button]} say={say} />}
        </li>
      ))}
    </ul>
  );
}

/** It only decorates: the title beside it says what it shows. */
function CardImage({ image }: { readonly image: string | null }) {
  const address = image === null ? undefined : webAddress(image);
  if (address?.protocol !== 'https:') return null;
  return <img className="message-card-image" src={address.href} alt="" />;
}
