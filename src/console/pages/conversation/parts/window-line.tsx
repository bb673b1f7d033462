import { Hourglass } from 'lucide-react';
import { useWords } from '../../../words/use-words.js';
import type { Composing } from '../state/answers.js';
import { Phrase } from './phrase.js';
import { useWhen } from './use-when.js';
import { useTimeLeft } from './time-left.js';

/** What permits an answer, for how much longer, and what does afterwards. */
export function WindowLine({ composer }: { readonly composer: Composing }) {
  const words = useWords().conversation.window;
  const when = useWhen();
  const { basis, closes_at: closesAt, then, may_write: mayWrite } = composer;
  const left = useTimeLeft(closesAt);
  if (!mayWrite) return <p className="window-line window-line-closed">{words.closed}</p>;
  const isShort = closesAt !== null && (left.isOver || Date.parse(closesAt) - Date.now() < 2 * 3_600_000);
  const afterwards =
    then === null
      ? undefined
      : then.until === null
        ? words.thenWithout
        : words.thenUntil.replace('{until}', when(then.until));
  return (
    <p className={`window-line ${isShort ? 'window-line-short' : ''}`} title={afterwards}>
      <Hourglass aria-hidden />{' '}
      <span>
        {closesAt === null ? (
          words.noLimit
        ) : (
          <Phrase
            text={basis === 'human_agent' ? words.humanAgent : words.closesIn}
            values={{ time: left.words }}
          />
        )}
        {basis === 'person_after_stop' && ` · ${words.afterStop}`}
        {afterwards !== undefined && <span className="visually-hidden">, {afterwards}</span>}
      </span>
    </p>
  );
}
