import type { LucideIcon } from 'lucide-react';
import { AlarmClock, Bot, Check, GitMerge, Hand, Link, ShieldBan, Tag, UserPlus } from 'lucide-react';
import type { Words } from '../../../words/en.js';
import type { Desk } from '../state/answers.js';

export type DeedId =
  | 'take'
  | 'assign'
  | 'snooze'
  | 'wake'
  | 'hand_back'
  | 'resolve'
  | 'tags'
  | 'merge'
  | 'copy_link'
  | 'block'
  | 'unblock';

export interface Deed {
  readonly id: DeedId;
  readonly label: string;
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly isEnabled: boolean;
  readonly isDanger?: boolean;
}

interface Standing {
  readonly desk: Desk;
  readonly ownId: string;
  readonly mayWork: boolean;
  readonly mayLead: boolean;
}

/** What may be done at this moment, in the order in which it is offered. */
export function deedsFor(standing: Standing, words: Words['conversation']['deeds']): readonly Deed[] {
  const { desk, mayWork, mayLead } = standing;
  const isOpen = desk.handoff !== null;
  const isBlocked = desk.contact.is_blocked;
  const isSnoozed = desk.handoff?.state === 'snoozed';
  const may = (isPossible: boolean): boolean => mayWork && isPossible;
  return [
    { id: 'take', label: words.take, keys: 't', icon: Hand, isEnabled: may(!isBlocked && !hasIt(standing)) },
    { id: 'resolve', label: words.resolve, keys: 'e', icon: Check, isEnabled: may(isOpen) },
    { id: 'assign', label: words.assign, keys: 'a', icon: UserPlus, isEnabled: may(isOpen) },
    { id: 'snooze', label: words.snooze, keys: 's', icon: AlarmClock, isEnabled: may(isOpen) },
    { id: 'wake', label: words.wake, icon: AlarmClock, isEnabled: may(isSnoozed) },
    {
      ...{ id: 'hand_back', label: words.handBack, keys: 'b', icon: Bot },
      isEnabled: may(!isBlocked && (isOpen || desk.owner !== 'bot')),
    },
    { id: 'tags', label: words.tags, keys: 'l', icon: Tag, isEnabled: may(true) },
    { id: 'merge', label: words.merge, icon: GitMerge, isEnabled: mayLead },
    { id: 'copy_link', label: words.copyLink, icon: Link, isEnabled: true },
    { id: 'block', label: words.block, icon: ShieldBan, isEnabled: may(!isBlocked), isDanger: true },
    { id: 'unblock', label: words.unblock, icon: ShieldBan, isEnabled: may(isBlocked) },
  ];
}

/** Whether whoever looks has this chat already. */
function hasIt({ desk, ownId }: Pick<Standing, 'desk' | 'ownId'>): boolean {
  return desk.owner === 'human' && desk.handoff?.assignee?.id === ownId;
}
