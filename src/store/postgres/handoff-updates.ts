import { handoffColumns } from '../transactions/new-rows.js';
import type { HandoffRating, HandoffUpdate } from './changes.js';
import type { Pipeline } from './pipeline.js';
import { handoffs } from './schema/handoffs.js';

/** One that is closed already stays as it is. */
export function writeHandoffUpdates(pipeline: Pipeline, updates: readonly HandoffUpdate[]): void {
  for (const { conversation, id, change } of updates) {
    const changed = Object.entries(handoffColumns(change)) as [keyof typeof handoffs.$inferSelect, unknown][];
    if (changed.length === 0) continue;
    const set = changed.map(([column], index) => `${handoffs[column].name} = $${String(index + 3)}`);
    pipeline.send({
      text: `update handoffs set ${set.join(', ')} where id = $1 and conversation = $2 and closed_at is null`,
      values: [id, conversation, ...changed.map(([, value]) => value)],
    });
  }
}

export function writeHandoffRatings(pipeline: Pipeline, ratings: readonly HandoffRating[]): void {
  for (const { conversation, id, rating } of ratings) {
    pipeline.send({
      text: 'update handoffs set rating = $3 where id = $1 and conversation = $2',
      values: [id, conversation, rating],
    });
  }
}
