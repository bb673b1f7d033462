import type { ClientBase } from 'pg';
import { handoffColumns } from '../transactions/new-rows.js';
import type { HandoffRating, HandoffUpdate } from './changes.js';
import { handoffs } from './schema/handoffs.js';

/** One that is closed already stays as it is. */
export async function writeHandoffUpdates(
  client: ClientBase,
  updates: readonly HandoffUpdate[],
): Promise<void> {
  for (const { conversation, id, change } of updates) {
    const changed = Object.entries(handoffColumns(change)) as [keyof typeof handoffs.$inferSelect, unknown][];
    if (changed.length === 0) continue;
    const set = changed.map(([column], index) => `${handoffs[column].name} = $${String(index + 3)}`);
    await client.query(
      `update handoffs set ${set.join(', ')} where id = $1 and conversation = $2 and closed_at is null`,
      [id, conversation, ...changed.map(([, value]) => value)],
    );
  }
}

export async function writeHandoffRatings(
  client: ClientBase,
  ratings: readonly HandoffRating[],
): Promise<void> {
  for (const { conversation, id, rating } of ratings) {
    await client.query('update handoffs set rating = $3 where id = $1 and conversation = $2', [
      id,
      conversation,
      rating,
    ]);
  }
}
