import './facts.css';
import { use } from 'react';
import { useTeamTitles } from '../../../session/use-team-titles.js';
import { useWords } from '../../../words/use-words.js';
import { Moment } from '../../../time/moment.js';
import type { FactItem } from '../state/answers.js';
import { useWhen } from '../parts/use-when.js';
import { Phrase } from '../parts/phrase.js';
import { WorkspaceContext } from '../parts/workspace-context.js';

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
  const { facts, openedByTaking, reasons, owners } = useWords().conversation;
  const when = useWhen();
  const titleOf = useTeamTitles();
  const workspace = use(WorkspaceContext);
  const { reason, until, to, team } = details;
  // Who took it over is the next fact.
  const isTaken = fact === 'handoff_opened' && reason === 'taken';
  const values = {
    ...details,
    by,
    team: team === undefined ? undefined : titleOf(workspace, team),
    reason: reason === undefined ? undefined : (reasons[reason] ?? reason),
    until: until === undefined || !Number.isFinite(Date.parse(until)) ? until : when(until),
    to: fact === 'owner_changed' && to !== undefined ? (owners[to] ?? to) : to,
  };
  return <Phrase text={isTaken ? openedByTaking : facts[fact]} values={values} />;
}
