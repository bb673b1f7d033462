import { ChevronsUp, ChevronUp, ChevronDown } from 'lucide-react';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';

const priorityIcons = { urgent: ChevronsUp, high: ChevronUp, low: ChevronDown } as const;

/** Who it is, where they write, how urgent it is, and since when they wait. */
export function RowHead({ item }: { readonly item: QueueItem }) {
  const { queue, common } = useWords();
  return (
    <span className="queue-row-head">
      <bdi className="queue-row-name">{item.contact_name ?? common.nameless}</bdi>
      <span className="queue-row-account" title={`${common.channels[item.channel]} · ${item.account}`}>
        <span className="visually-hidden">{common.channels[item.channel]} </span>
        <bdi>{item.account}</bdi>
      </span>
      <Priority priority={item.priority} />
      <span className="queue-row-time">
        {item.waits_for === 'team' && <span className="visually-hidden">{queue.row.waiting} </span>}
        <Moment at={item.closed_at ?? item.waiting_since} as="span" />
      </span>
    </span>
  );
}

function Priority({ priority }: Pick<QueueItem, 'priority'>) {
  const { priorities } = useWords().queue;
  if (priority === 'normal') return null;
  const Icon = priorityIcons[priority];
  return (
    <span className={`queue-row-priority queue-row-${priority}`} title={priorities[priority]}>
      <Icon aria-hidden />
      <span className={priority === 'urgent' ? '' : 'visually-hidden'}>{priorities[priority]}</span>
    </span>
  );
}
