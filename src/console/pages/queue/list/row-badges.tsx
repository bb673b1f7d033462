import { AlarmClock, CircleCheck, CornerUpLeft, OctagonX, Star } from 'lucide-react';
import { Badge } from '../../../components/badge.js';
import { useTimes } from '../../../time/use-times.js';
import { useNow } from '../../../time/use-now.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';
import { RowPromises } from './row-promises.js';
import { useTeamTitle } from './use-team-title.js';

/** What qualifies a handoff: its end or its promises, its team, its tags. */
export function RowBadges({ item }: { readonly item: QueueItem }) {
  const team = useTeamTitle(item);
  return (
    <>
      {item.closed_at !== null && <Ending item={item} />}
      {item.snoozed_until !== null && <Snoozed until={item.snoozed_until} />}
      {item.snoozed_until === null && <RowPromises item={item} />}
      {team !== null && <Badge>{team}</Badge>}
      {item.tags.map((tag) => (
        <Badge key={tag}>
          <bdi>#{tag}</bdi>
        </Badge>
      ))}
    </>
  );
}

function Snoozed({ until }: { readonly until: string }) {
  const { snoozedUntil } = useWords().queue.row;
  const times = useTimes();
  const now = useNow();
  const at = Date.parse(until);
  const isSoon = at - now < 20 * 3_600_000;
  const shown = isSoon ? times.clock(at) : `${times.date(at, now)}, ${times.clock(at)}`;
  return (
    <Badge tone="person" icon={<AlarmClock aria-hidden />} title={times.absolute(at)}>
      {snoozedUntil(shown)}
    </Badge>
  );
}

const endIcons = { resolved: CircleCheck, handed_back: CornerUpLeft, spam: OctagonX } as const;

function Ending({ item: { state, outcome, rating } }: { readonly item: QueueItem }) {
  const { row, ends } = useWords().queue;
  const end = state === 'handed_back' || state === 'spam' ? state : 'resolved';
  const Icon = endIcons[end];
  return (
    <>
      <Badge tone={end === 'resolved' ? 'good' : 'plain'} icon={<Icon aria-hidden />}>
        {outcome === null ? ends[end] : row.resolvedAs(outcome)}
      </Badge>
      {rating !== null && <Badge icon={<Star aria-hidden />}>{row.rating(rating)}</Badge>}
    </>
  );
}
