import './bubble-list.css';
import type { Bubble } from '../../state/bubbles.js';
import type { Saying } from '../../state/saying.js';
import { dayOf } from '../../state/clock-time.js';
import { BusinessMessage } from './business-message.js';
import { FollowerMessage } from './follower-message.js';

interface BubbleListProps {
  readonly bubbles: readonly Bubble[];
  readonly say: (saying: Saying) => void;
  readonly sayAgain: (id: string) => void;
}

export function BubbleList({ bubbles, say, sayAgain }: BubbleListProps) {
  const today = dayOf(Date.now());
  return (
    <ol className="bubbles">
      {bubbles.map((bubble, index) => {
        const day = dayOf(bubble.at);
        const before = bubbles[index - 1];
        const beginsDay = day !== (before === undefined ? today : dayOf(before.at));
        return (
          <li key={bubble.id} className={`bubble-row bubble-row-${bubble.side}`}>
            {beginsDay && <p className="bubble-day">{day === today ? 'Today' : day}</p>}
            {bubble.side === 'business' ? (
              <BusinessMessage message={bubble.message} say={say} />
            ) : (
              <FollowerMessage bubble={bubble} sayAgain={sayAgain} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
