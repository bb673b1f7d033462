import type { ClientBase } from 'pg';
import { capabilities } from '../../core/channel.js';
import type { AccountKey } from '../store.js';
import type { NewPrivateReply, PrivateReplyHolder, PrivateReplyRows } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import { lockNumber, lockSpace } from './advisory-locks.js';
import type { Changes } from './changes.js';
import type { PrivateReplyChange } from './private-reply-changes.js';

/** A comment that a claim may want to answer, at a moment. */
export interface WantedReply extends AccountKey {
  readonly commentId: string;
  readonly now: number;
}

/** What was read of an account's private replies under its lock, as the transaction has changed it since. */
interface Held {
  /** By comment. */
  readonly holders: Map<string, PrivateReplyHolder>;
  /** When places were taken, the earliest first. */
  readonly claimed: number[];
  /** When those that wait were commented: the newest, as many as there are places. */
  readonly waiting: number[];
}

type Whose = Pick<Thread, 'workspace' | 'account'>;

/** Private replies of a working set. What claims ask of them is loaded beforehand, and only where one may want to send some. */
export class HeldPrivateReplies implements PrivateReplyRows {
  readonly #changes: Changes;
  readonly #held = new Map<string, Held>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** One process at a time gives out places of an account, so that together they keep to its budget. */
  async load(client: ClientBase, wanted: readonly WantedReply[]): Promise<void> {
    const accounts = new Map<string, WantedReply[]>();
    for (const reply of wanted) accounts.set(nameOf(reply), [...(accounts.get(nameOf(reply)) ?? []), reply]);
    // In the order of their names, so that two transactions never wait for each other.
    for (const name of [...accounts.keys()].sort()) {
      await client.query('select pg_advisory_xact_lock($1, $2)', [
        lockSpace.privateReplies,
        lockNumber(name),
      ]);
      this.#held.set(name, await readHeld(client, accounts.get(name) ?? []));
    }
  }

  add({ number: conversation, workspace, account }: Thread, reply: NewPrivateReply): void {
    const row = { workspace, account, conversation, ...reply, state: 'waiting', claimedAt: null } as const;
    this.#changes.privateReplies.push(row);
    const { commentId, messageId } = reply;
    const held = this.#held.get(nameOf({ workspace, account }));
    if (held === undefined || held.holders.has(commentId)) return;
    held.holders.set(commentId, { messageId, state: 'waiting' });
    held.waiting.push(reply.commentedAt);
  }

  find(whose: Whose, commentId: string): PrivateReplyHolder | undefined {
    return this.#of(whose).holders.get(commentId);
  }

  countClaimed(whose: Whose, since: number): number {
    return this.#of(whose).claimed.filter((at) => at > since).length;
  }

  claimedAt(whose: Whose, since: number, place: number): number | undefined {
    return this.#of(whose).claimed.filter((at) => at > since)[place];
  }

  countNewer(whose: Whose, commentedAt: number, most: number): number {
    return Math.min(most, this.#of(whose).waiting.filter((at) => at > commentedAt).length);
  }

  take(whose: Whose, { commentId, messageId, commentedAt }: NewPrivateReply, now: number): void {
    const held = this.#of(whose);
    const place = held.waiting.indexOf(commentedAt);
    if (held.holders.get(commentId)?.state === 'waiting' && place !== -1) held.waiting.splice(place, 1);
    held.holders.set(commentId, { messageId, state: 'claimed' });
    held.claimed.push(now);
    held.claimed.sort((one, other) => one - other);
    this.#change(whose, { commentId, messageId, to: 'claimed', now });
  }

  finish(whose: Whose, { commentId, messageId }: NewPrivateReply): void {
    this.#change(whose, { commentId, messageId, to: 'done', now: null });
  }

  drop(whose: Whose, { commentId, messageId, commentedAt }: NewPrivateReply): void {
    const held = this.#held.get(nameOf(whose));
    const holder = held?.holders.get(commentId);
    if (holder?.messageId === messageId && holder.state === 'waiting') {
      held?.holders.delete(commentId);
      held?.waiting.splice(held.waiting.indexOf(commentedAt) >>> 0, 1);
    }
    this.#change(whose, { commentId, messageId, to: 'dropped', now: null });
  }

  #of(whose: Whose): Held {
    const held = this.#held.get(nameOf(whose));
    if (held === undefined)
      throw new Error('A claim asks for private replies that the transaction did not read.');
    return held;
  }

  #change({ workspace, account }: Whose, change: Omit<PrivateReplyChange, 'workspace' | 'account'>): void {
    this.#changes.privateReplyChanges.push({ workspace, account, ...change });
  }
}

const readText = `select
    (select coalesce(jsonb_agg(jsonb_build_object('commentId', comment_id, 'messageId', message_id, 'state', state)), '[]')
      from private_replies where account = $1 and workspace = $2 and comment_id = any($3::text[])) as holders,
    (select coalesce(jsonb_agg(claimed_at order by claimed_at), '[]')
      from private_replies where account = $1 and workspace = $2 and claimed_at > $4) as claimed,
    (select coalesce(jsonb_agg(commented_at), '[]') from (
      select commented_at from private_replies where account = $1 and workspace = $2 and state = 'waiting'
      order by commented_at desc limit $5) newest) as waiting`;

interface Read {
  readonly holders: readonly (PrivateReplyHolder & { readonly commentId: string })[];
  readonly claimed: readonly number[];
  readonly waiting: readonly number[];
}

async function readHeld(client: ClientBase, wanted: readonly WantedReply[]): Promise<Held> {
  const [first] = wanted;
  const budget = first && capabilities[first.channel].comments?.privateReplies;
  if (first === undefined || budget === undefined) return { holders: new Map(), claimed: [], waiting: [] };
  const comments = wanted.map(({ commentId }) => commentId);
  const since = Math.min(...wanted.map(({ now }) => now)) - budget.per;
  // One more than there are places: who is among them is not newer than itself.
  const values = [first.account, first.workspace, comments, since, budget.most + 1];
  const { rows } = await client.query<Read>({ name: 'read_private_replies', text: readText, values });
  const { holders = [], claimed = [], waiting = [] } = rows[0] ?? {};
  return {
    holders: new Map(holders.map(({ commentId, ...holder }) => [commentId, holder])),
    claimed: [...claimed],
    waiting: [...waiting],
  };
}

function nameOf({ workspace, account }: Whose): string {
  return JSON.stringify([workspace, account]);
}
