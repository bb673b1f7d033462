import type { ClientBase } from 'pg';
import type { HandoffUpdate } from './changes.js';

/** One that is closed already stays as it is. */
const isOpenHere = 'id = $1 and conversation = $2 and closed_at is null';

const texts = {
  taken: `update handoffs set state = 'taken', taken_by = $3 where ${isOpenHere}`,
  replied: `update handoffs set taken_by = coalesce(taken_by, $3), first_reply_at = coalesce(first_reply_at, $4)
    where ${isOpenHere}`,
  closed: `update handoffs set state = $3, closed_at = $4 where ${isOpenHere}`,
};

export async function writeHandoffUpdates(
  client: ClientBase,
  updates: readonly HandoffUpdate[],
): Promise<void> {
  for (const { conversation, id, change } of updates) {
    const { state, person, at } = change;
    switch (state) {
      case 'taken':
        await client.query(texts.taken, [id, conversation, person]);
        break;
      case 'replied':
        await client.query(texts.replied, [id, conversation, person, at]);
        break;
      case 'resolved':
      case 'handed_back':
        await client.query(texts.closed, [id, conversation, state, at]);
    }
  }
}
