import type { ClientBase } from 'pg';
import type { Event } from '../../core/event.js';
import { withoutWords } from '../transactions/without-words.js';
import { toJsonParameter } from './json-parameter.js';

interface Forgotten {
  readonly conversation: number;
  readonly platformMessageId: string;
}

/** Deletes our copies of words that were taken back: in the story, and in the events that told of them. */
export async function writeForgotten(client: ClientBase, all: readonly Forgotten[]): Promise<void> {
  for (const { conversation, platformMessageId } of all) {
    const which = [conversation, platformMessageId];
    await client.query(
      `update messages set body = '{"text": ""}', sealed = null
        where conversation = $1 and platform_message_id = $2 and direction = 'in'`,
      which,
    );
    const { rows } = await client.query<{ sequence: number; payload: Event }>(
      `select sequence, payload from events
        where conversation = $1 and $2 in (payload ->> 'platformMessageId', payload ->> 'commentId')`,
      which,
    );
    const emptied = rows.map(({ sequence, payload }) => ({ sequence, payload: withoutWords(payload) }));
    await client.query(
      `update events target set payload = given.payload, sealed = null
        from jsonb_to_recordset($1::jsonb) as given (sequence bigint, payload jsonb)
        where target.sequence = given.sequence`,
      [toJsonParameter(emptied)],
    );
  }
}
