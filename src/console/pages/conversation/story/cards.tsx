import { useWords } from '../../../words/use-words.js';
import type { Line } from '../state/answers.js';
import { OneButton } from './line-buttons.js';
import { SentMedia } from './sent-media.js';

type Card = Line['cards'][number];

/** Cards side by side, to be scrolled through. */
export function Cards({ cards }: { readonly cards: readonly Card[] }) {
  const { story } = useWords().conversation;
  return (
    <ul className="line-cards" tabIndex={0} aria-label={story.cards(cards.length)}>
      {cards.map(({ title, text, image, button }, index) => (
        <li key={index} className="line-card">
          {image !== null && <SentMedia media={{ kind: 'image', url: image, alt: '' }} />}
          <p className="line-card-title" dir="auto">
            {title}
          </p>
          {text !== '' && <p dir="auto">{text}</p>}
          {button !== null && <OneButton button={button} />}
        </li>
      ))}
    </ul>
  );
}
