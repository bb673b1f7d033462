import type { ClientBase } from 'pg';
import type { KeyChange } from '../sealing/reseal.js';
import { eventPlace, handoffPlace, messagePlace, type Seals } from '../sealing/seals.js';

/** A conversation that becomes part of another one. */
export interface Merge {
  readonly from: number;
  readonly to: number;
  readonly contactId: string;
  readonly conversationId: string;
  readonly workspace: string;
  readonly account: string;
  readonly mergedAt: number;
  /** Null: nothing in it is sealed. */
  readonly keys: KeyChange | null;
}

/** Tables whose rows become another conversation's. */
const moving = [
  ...['aliases', 'messages', 'events', 'handoffs', 'notes', 'outcomes', 'links', 'clicks', 'coupons'],
  ...['private_replies', 'merges', 'uploads'],
];

/** Carries out merges, behind everything else that the transaction has written into either conversation. */
export async function writeMerges(client: ClientBase, merges: readonly Merge[], seals: Seals): Promise<void> {
  for (const merge of merges) {
    const { from, to, contactId, conversationId, workspace, account, mergedAt } = merge;
    if (merge.keys !== null) await resealAll(client, from, merge.keys, seals);
    for (const table of moving) {
      await client.query(`update ${table} set conversation = $2 where conversation = $1`, [from, to]);
    }
    // Whoever remains has them all already.
    await client.query('delete from contact_tags where conversation = $1', [from]);
    await client.query('delete from contact_keys where contact_id = $1', [contactId]);
    await client.query('delete from conversations where number = $1', [from]);
    await client.query(
      `insert into merges (contact_id, workspace, account, conversation_id, conversation, merged_at)
        values ($1, $2, $3, $4, $5, $6)`,
      [contactId, workspace, account, conversationId, to, mergedAt],
    );
  }
}

const sealedTables = [
  { table: 'messages', placeOf: messagePlace },
  { table: 'events', placeOf: (id: string) => eventPlace({ id }) },
  { table: 'handoffs', placeOf: handoffPlace },
];

/** Words that were said in confidence are sealed anew, with the key of whoever has them now. */
async function resealAll(client: ClientBase, from: number, keys: KeyChange, seals: Seals): Promise<void> {
  for (const { table, placeOf } of sealedTables) {
    const { rows } = await client.query<{ sequence: number; id: string; sealed: string }>(
      `select sequence, id, sealed from ${table} where conversation = $1 and sealed is not null`,
      [from],
    );
    for (const { sequence, id, sealed } of rows) {
      const values = [sequence, seals.reseal(sealed, placeOf(id), keys)];
      await client.query(`update ${table} set sealed = $2 where sequence = $1`, values);
    }
  }
}
