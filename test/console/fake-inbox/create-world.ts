import { seedHandoff } from './seed-handoff.js';
import { seedMe, seedPeople, workspaces } from './seed-people.js';
import type { Me, QueueItem, User, World } from './world.js';

export interface WorldOptions {
  /** How many handoffs are open: up to 10,000, as many as promised. */
  readonly handoffs?: number;
  /** How many are resolved already. */
  readonly resolved?: number;
  /** How many workspaces the signed-in person sees: one has three teams, the second has one. */
  readonly workspaces?: 1 | 2;
  /** Epoch ms; left out: the machine's own clock. */
  readonly now?: () => number;
}

/** A world in which Ida, an agent, is signed in. The same options at the same moment give the same world. */
export function createWorld(options: WorldOptions = {}): World {
  const now = options.now ?? Date.now;
  const people = seedPeople(now());
  const [ida] = people;
  if (ida === undefined) throw new Error('Nobody works here.');
  const me = seedMe(ida, options.workspaces ?? 1);
  const handoffs = seedHandoffs(options, now(), people, me.workspaces);
  return {
    session: 'signed_in',
    me,
    people,
    handoffs: new Map(handoffs.map((item) => [item.id, item])),
    conversations: new Map(),
    views: [
      savedView('v-1', 'Refunds', true, { tag: 'refund' }),
      savedView('v-2', 'Instagram first', false, { channel: 'instagram' }),
    ],
    replies: [
      savedReply('p-1', 'shipping', 'We ship to all of Europe, {{contact.first_name or "dear"}}.'),
      savedReply('p-2', 'thanks', 'Thank you! {{agent.name}}, {{workspace.brand}}'),
    ],
    present: new Map(),
    now,
  };
}

function seedHandoffs(
  { handoffs = 40, resolved = 12 }: WorldOptions,
  now: number,
  people: readonly User[],
  of: Me['workspaces'],
): QueueItem[] {
  return Array.from({ length: handoffs + resolved }, (_, index) =>
    seedHandoff({
      index,
      now,
      people,
      workspaces: of.length > 0 ? of : workspaces,
      isClosed: index >= handoffs,
    }),
  );
}

function savedView(
  id: string,
  name: string,
  isShared: boolean,
  filters: Record<string, string>,
): World['views'][number] {
  return { id, name, is_shared: isShared, is_mine: !isShared, view: 'all', sort: 'urgency', filters };
}

function savedReply(id: string, shortcut: string, text: string): World['replies'][number] {
  return { id, shortcut, text, workspace: null, is_shared: true, is_mine: false };
}
