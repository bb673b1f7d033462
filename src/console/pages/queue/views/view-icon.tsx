import {
  AlarmClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Inbox,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { QueueView } from '../../../../contract/queue.js';

const icons = {
  mine: UserRound,
  unassigned: CircleDashed,
  team: UsersRound,
  late: CircleAlert,
  all: Inbox,
  snoozed: AlarmClock,
  resolved: CircleCheck,
} as const satisfies Record<QueueView, unknown>;

export function ViewIcon({ view }: { readonly view: QueueView }) {
  const Icon = icons[view];
  return <Icon aria-hidden />;
}
