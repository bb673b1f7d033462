import { handoffPriorities } from '../../../src/core/resources.js';
import { Chance } from './chance.js';
import { contactName, flowNotes, incomingTexts, outgoingTexts, tagNames } from './sample-words.js';
import { hour, minute, momentOf, type Me, type QueueItem, type User } from './world.js';

interface HandoffSeed {
  readonly index: number;
  readonly now: number;
  readonly workspaces: Me['workspaces'];
  readonly people: readonly User[];
  readonly isClosed: boolean;
}

type Deadlines = Pick<QueueItem, 'first_reply' | 'first_reply_at' | 'resolution' | 'waits_for'>;

/** One handoff of its own kind: the same for the same index and moment. */
export function seedHandoff(seed: HandoffSeed): QueueItem {
  const { index, now } = seed;
  const chance = new Chance(index * 7_919 + 17);
  const workspace = chance.pick(seed.workspaces);
  const account = chance.pick(workspace.accounts);
  const waitingSince = now - chance.whole(1, 70 * 60) * minute;
  const assignee = chance.isWithin(55) ? chance.pick(seed.people) : null;
  const isSnoozed = !seed.isClosed && chance.isWithin(8);
  return {
    id: `h-${index}`,
    conversation_id: `c-${index}`,
    workspace: workspace.name,
    account: account.name,
    channel: account.channel as QueueItem['channel'],
    contact_name: contactName(index),
    contact_id: `contact-${index}`,
    tags: chance.isWithin(40) ? [chance.pick(tagNames)] : [],
    team: chance.isWithin(92) ? chance.pick(workspace.teams).name : null,
    reason: chance.pick(['flow', 'asked', 'no_outcome', 'failed', 'escalated']),
    note: chance.pick(flowNotes),
    priority: chance.isWithin(70) ? 'normal' : chance.pick(handoffPriorities),
    reference: null,
    ...standing(assignee, isSnoozed ? momentOf(now + chance.whole(1, 40) * hour) : null),
    opened_at: momentOf(waitingSince - chance.whole(0, 60) * minute),
    waiting_since: momentOf(waitingSince),
    ...deadlines(chance, now, assignee !== null),
    ...ending(chance, seed),
    last_message: lastMessage(chance, waitingSince),
  };
}

function standing(
  assignee: User | null,
  until: string | null,
): Pick<QueueItem, 'state' | 'assignee' | 'snoozed_until'> {
  const awake = assignee === null ? 'open' : 'taken';
  return {
    state: until === null ? awake : 'snoozed',
    assignee: assignee === null ? null : { id: assignee.id, name: assignee.name },
    snoozed_until: until,
  };
}

function deadlines(chance: Chance, now: number, isAssigned: boolean): Deadlines {
  if (isAssigned && chance.isWithin(30)) {
    return {
      first_reply: { due_at: null, at_risk_at: null, level: 'none' },
      first_reply_at: momentOf(now - 2 * hour),
      resolution: { due_at: null, at_risk_at: null, level: 'paused' },
      waits_for: 'contact',
    };
  }
  const level = chance.pick(['late', 'at_risk', 'good', 'good', 'good', 'none'] as const);
  const due = { late: -chance.whole(1, 300), at_risk: chance.whole(3, 14), good: chance.whole(20, 110) };
  return {
    first_reply: level === 'none' ? { due_at: null, at_risk_at: null, level } : dueIn(now, due[level], level),
    first_reply_at: level === 'none' ? momentOf(now - hour) : null,
    resolution: dueIn(now, chance.whole(180, 1_500), 'good'),
    waits_for: 'team',
  };
}

function dueIn(now: number, minutes: number, level: 'late' | 'at_risk' | 'good'): QueueItem['resolution'] {
  const dueAt = now + minutes * minute;
  return { due_at: momentOf(dueAt), at_risk_at: momentOf(dueAt - 15 * minute), level };
}

type Ending = Pick<QueueItem, 'state' | 'closed_at' | 'closed_by' | 'outcome' | 'rating'>;

function ending(chance: Chance, seed: HandoffSeed): Partial<Ending> & Omit<Ending, 'state'> {
  if (!seed.isClosed) return { closed_at: null, closed_by: null, outcome: null, rating: null };
  return {
    state: 'resolved',
    closed_at: momentOf(seed.now - chance.whole(1, 3_000) * minute),
    closed_by: chance.pick(seed.people).name,
    outcome: chance.pick(['booked', 'qualified', null]),
    rating: chance.pick([5, 4, 2, null]),
  };
}

function lastMessage(chance: Chance, at: number): QueueItem['last_message'] {
  const direction = chance.isWithin(75) ? 'in' : 'out';
  return {
    direction,
    text: chance.pick(direction === 'in' ? incomingTexts : outgoingTexts),
    at: momentOf(at),
  };
}
