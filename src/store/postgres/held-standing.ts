import type { ClientBase } from 'pg';
import type { Actor } from '../../core/actor.js';
import type { Speaker } from '../../core/message.js';
import type { StoryVersion } from '../desk.js';
import type { Proviso } from '../store.js';
import { isSpoken, isWritten, newestByOthers, ownWords } from '../timeline/newest-by-others.js';
import type { Standing } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import { lockNumber, lockSpace } from './advisory-locks.js';
import type { Changes } from './changes.js';

/** A proviso that a job of the transaction comes with. */
export interface WantedStanding {
  /** The conversation's number. */
  readonly conversation: number;
  readonly proviso: Proviso;
  readonly now: number;
}

/** As it is on disk. */
interface Story {
  readonly words: readonly { readonly sequence: number; readonly speaker: Speaker | null }[];
  readonly notes: readonly {
    readonly sequence: number;
    readonly author: string;
    readonly authorId: string | null;
  }[];
}

/**
 * How things stand for the provisos of a transaction: read under its locks, and told together with what the transaction
 * itself has done since, which has no numbers yet.
 */
export class HeldStanding implements Standing {
  readonly #changes: Changes;
  readonly #stories = new Map<number, Story>();
  /** By user. */
  readonly #assigned = new Map<string, number>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** After the conversations are locked, so that nobody who holds a user's place waits for one of them. */
  async load(client: ClientBase, wanted: readonly WantedStanding[]): Promise<void> {
    for (const { conversation, proviso } of wanted)
      if (proviso.kind === 'nothing_newer')
        this.#stories.set(conversation, await readStory(client, conversation));
    await this.#loadRooms(client, wanted);
  }

  newestByOthers({ number }: Thread, asker: Actor): StoryVersion {
    const story = this.#stories.get(number);
    if (story === undefined) throw new Error('A proviso asks for a story that the transaction did not read.');
    const { message, note } = newestByOthers(story.words, story.notes, asker);
    return {
      message: this.#hasWordsOfOthers(number, asker) ? Infinity : message,
      note: this.#hasNotesOfOthers(number, asker) ? Infinity : note,
    };
  }

  countAssigned(userId: string): number {
    const found = this.#assigned.get(userId);
    if (found === undefined) throw new Error('A proviso asks for a user whom the transaction did not lock.');
    const given = this.#changes.handoffUpdates.filter(({ change }) => change.assigneeId === userId);
    // What was taken from them in the same breath still counts: they are found to have room the next time.
    return found + new Set(given.map(({ id }) => id)).size;
  }

  /** One transaction at a time gives a user something; in one order, so that two never wait for each other. */
  async #loadRooms(client: ClientBase, wanted: readonly WantedStanding[]): Promise<void> {
    const moments = new Map<string, number>();
    for (const { proviso, now } of wanted) if (proviso.kind === 'room') moments.set(proviso.userId, now);
    const users = [...moments].map(([userId, now]) => ({ userId, now, lock: lockNumber(userId) }));
    for (const { lock } of users.sort((one, other) => one.lock - other.lock))
      await client.query('select pg_advisory_xact_lock($1, $2)', [lockSpace.rooms, lock]);
    for (const { userId, now } of users) this.#assigned.set(userId, await countAssigned(client, userId, now));
  }

  #hasWordsOfOthers(number: number, asker: Actor): boolean {
    return this.#changes.messages.some(
      (row) =>
        row.conversation === number &&
        (row.direction === 'in' || (!row.isBots && !isSpoken(row.speaker, asker))),
    );
  }

  #hasNotesOfOthers(number: number, asker: Actor): boolean {
    return this.#changes.notes.some((note) => note.conversation === number && !isWritten(note, asker));
  }
}

const storyText = `select
  (select coalesce(jsonb_agg(row), '[]') from (select sequence, speaker from messages
    where conversation = $1 and (direction = 'in' or is_bots = false)
    order by sequence desc limit ${ownWords}) row) as words,
  (select coalesce(jsonb_agg(row), '[]') from (select sequence, author, author_id as "authorId" from notes
    where conversation = $1 order by sequence desc limit ${ownWords}) row) as notes`;

async function readStory(client: ClientBase, conversation: number): Promise<Story> {
  const { rows } = await client.query<Story>({
    name: 'read_standing',
    text: storyText,
    values: [conversation],
  });
  return rows[0] ?? { words: [], notes: [] };
}

/** Word for word the condition of the index of open handoffs. */
const assignedText = `select count(*)::int as count from handoffs
  where closed_at is null and urgency >= 0 and assignee_id = $1 and (snoozed_until is null or snoozed_until <= $2)`;

async function countAssigned(client: ClientBase, userId: string, now: number): Promise<number> {
  const values = [userId, now];
  const { rows } = await client.query<{ count: number }>({
    name: 'count_assigned',
    text: assignedText,
    values,
  });
  return rows[0]?.count ?? 0;
}
