import './facts.css';
import { useWords } from '../../../words/use-words.js';
import { Moment } from '../../../time/moment.js';
import type { FactItem } from '../state/answers.js';
import { useWhen } from '../parts/use-when.js';
import { Phrase } from '../parts/phrase.js';

/** What happened beside what was said, as quiet lines. */
export function Facts({ items }: { readonly items: readonly FactItem[] }) {
  return (
    <ul className="facts">
      {items.map((item) => (
        <li key={item.id} data-item={item.id} className={`fact fact-${item.fact}`}>
          <FactWords item={item} /> <Moment at={item.at} as="clock" className="fact-time" />
        </li>
      ))}
    </ul>
  );
}

function FactWords({ item: { fact, by, details } }: { readonly item: FactItem }) {
  const { facts, reasons, owners } = useWords().conversation;
  const when = useWhen();
  const { reason, until, to } = details;
  const values = {
    ...details,
    by,
    reason: reason === undefined ? undefined : (reasons[reason] ?? reason),
    until: until === undefined || !Number.isFinite(Date.parse(until)) ? until : when(until),
    to: fact === 'owner_changed' && to !== undefined ? (owners[to] ?? to) : to,
  };
  return <Phrase text={facts[fact]} values={values} />;
}
