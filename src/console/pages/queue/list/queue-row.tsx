import './queue-row.css';
import { UserRoundCheck } from 'lucide-react';
import { use } from 'react';
import { GridListItem } from 'react-aria-components';
import { Avatar } from '../../../components/avatar.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { QueueItem } from '../state/queue-item.js';
import { OpenConversation } from './open-conversation.js';
import { RowBadges } from './row-badges.js';
import { RowHead } from './row-head.js';
import { RowPerson } from './row-person.js';

/** One handoff as an agent chooses by: who, what they said last, why it is here, and what was promised. */
export function QueueRow({ item }: { readonly item: QueueItem }) {
  const { common, queue } = useWords();
  const name = item.contact_name ?? common.nameless;
  const reason = item.note === '' ? queue.reasons[item.reason] : item.note;
  return (
    <GridListItem id={item.id} textValue={`${name}, ${reason}`} className="queue-row">
      <RowPerson item={item} />
      <span className="queue-row-text">
        <RowHead item={item} />
        <LastMessage message={item.last_message} />
        <bdi className="queue-row-reason">{reason}</bdi>
        <span className="queue-row-foot">
          <span className="queue-row-badges">
            <RowBadges item={item} />
          </span>
          <AssigneeMark assignee={item.assignee} />
        </span>
      </span>
      <OpenMark conversationId={item.conversation_id} />
    </GridListItem>
  );
}

function LastMessage({ message }: { readonly message: QueueItem['last_message'] }) {
  const { row } = useWords().queue;
  if (message === null) return <span className="queue-row-message">{row.noMessage}</span>;
  return (
    <span className="queue-row-message">
      {row.from[message.direction]}
      <bdi>{message.text}</bdi>
    </span>
  );
}

function AssigneeMark({ assignee }: Pick<QueueItem, 'assignee'>) {
  const { row } = useWords().queue;
  const { user } = useMe();
  if (assignee === null) return <span className="visually-hidden">{row.nobody}</span>;
  const isMe = assignee.id === user.id;
  return (
    <span className="queue-row-assignee" title={row.assignedTo(isMe ? row.you : assignee.name)}>
      {isMe ? <UserRoundCheck aria-hidden /> : <Avatar name={assignee.name} size="small" />}
      <span className="visually-hidden">{row.assignedTo(isMe ? row.you : assignee.name)}</span>
    </span>
  );
}

/** A bar along the row whose conversation is open; a component of its own, so that opening draws nothing else anew. */
function OpenMark({ conversationId }: { readonly conversationId: string }) {
  const { row } = useWords().queue;
  if (use(OpenConversation) !== conversationId) return null;
  return (
    <span className="queue-row-open">
      <span className="visually-hidden">{row.open}</span>
    </span>
  );
}
