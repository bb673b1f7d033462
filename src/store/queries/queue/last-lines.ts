import { and, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { QueueItem } from '../../queue.js';
import { answerOnce, type SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';

type LastLine = NonNullable<QueueItem['lastMessage']>;

/** Long enough to know what it is about. */
const mostCharacters = 140;

/** The last line of each conversation's story, by its number; words that were said in confidence stay hidden. */
export async function readLastLines(
  db: SharedDatabase,
  { conversations, messages }: Tables,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LastLine>> {
  if (numbers.length === 0) return new Map();
  const { conversation, direction, body, at, sequence } = messages;
  const last = db
    .select({ sequence })
    .from(messages)
    .where(and(eq(conversation, conversations.number), isToBeSeen(messages)))
    .orderBy(desc(sequence))
    .limit(1);
  const lasts = db
    .select({ sequence: sql`(${last})` })
    .from(conversations)
    .where(inArray(conversations.number, [...numbers]));
  const rows = await answerOnce(
    db.select({ conversation, direction, body, at }).from(messages).where(inArray(sequence, lasts)),
  );
  return new Map(
    rows.map(({ conversation: of, body: { text }, ...line }) => [of, { ...line, text: beginningOf(text) }]),
  );
}

/** What was taken back before it was sent is no part of what was said. */
function isToBeSeen({ state }: Tables['messages']) {
  return or(isNull(state), notInArray(state, ['cancelled', 'not_sent']));
}

function beginningOf(text: string): string {
  const line = text
    .slice(0, 4 * mostCharacters)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= mostCharacters ? line : `${characters.slice(0, mostCharacters - 1).join('')}…`;
}
