import type { Queryable, StandingConnection } from './standing-connection.js';

const channel = 'heyword_changes';

/** Bytes in a notification's payload, which must be fewer than 8000. */
const mostBytes = 7900;

/** What other processes, and our own, have committed. */
export interface ChangeFeed {
  /** `null`: some of it was missed, so that any story may have changed. */
  readonly onStoryChanged: (listener: (conversationId: string | null) => void) => void;
}

/** Says, when and if the transaction commits, that these conversations have changed. */
export async function notifyChanges(db: Queryable, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  const payloads = fillPayloads(new Set(conversationIds));
  await db.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads]);
}

export async function openChangeFeed(connection: StandingConnection): Promise<ChangeFeed> {
  const storyListeners: ((conversationId: string | null) => void)[] = [];
  const tellOfStory = (id: string | null) => storyListeners.forEach((listen) => listen(id));

  await connection.listen(channel, (payload) => payload.split(' ').forEach(tellOfStory));
  connection.onGap(() => tellOfStory(null));
  return {
    onStoryChanged: (listener) => void storyListeners.push(listener),
  };
}

/** Ids, which have no spaces, as many to a payload as it holds. */
function fillPayloads(ids: ReadonlySet<string>): readonly string[] {
  const payloads: string[] = [];
  for (const id of ids) {
    const extended = `${payloads.at(-1) ?? ''} ${id}`;
    if (payloads.length === 0 || Buffer.byteLength(extended) > mostBytes) payloads.push(id);
    else payloads[payloads.length - 1] = extended;
  }
  return payloads;
}
