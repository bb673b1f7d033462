import { and, count, desc, eq, or, sql } from 'drizzle-orm';
import { isAwake, isOpen } from '../queries/queue/conditions.js';
import { newestByOthers, ownWords } from '../timeline/newest-by-others.js';
import type { Standing } from '../transactions/rows.js';
import type { Drizzle } from './binding.js';
import { handoffs } from './schema/handoffs.js';
import { messages } from './schema/messages.js';
import { notes } from './schema/notes.js';

export function prepareStanding(db: Drizzle): Standing {
  const isInStory = eq(messages.conversation, sql.placeholder('conversation'));
  const isNoBots = or(eq(messages.direction, 'in'), eq(messages.isBots, false));
  const words = db
    .select({ sequence: messages.sequence, speaker: messages.speaker })
    .from(messages)
    .where(and(isInStory, isNoBots))
    .orderBy(desc(messages.sequence))
    .limit(ownWords)
    .prepare();
  const { sequence, author, authorId } = notes;
  const written = db
    .select({ sequence, author, authorId })
    .from(notes)
    .where(eq(notes.conversation, sql.placeholder('conversation')))
    .orderBy(desc(sequence))
    .limit(ownWords)
    .prepare();
  const isTheirs = eq(handoffs.assigneeId, sql.placeholder('userId'));
  const assigned = db
    .select({ count: count() })
    .from(handoffs)
    .where(and(isOpen(handoffs), isTheirs, isAwake(handoffs, sql.placeholder('now'))))
    .prepare();
  return {
    newestByOthers: ({ number: conversation }, asker) =>
      newestByOthers(words.all({ conversation }), written.all({ conversation }), asker),
    countAssigned: (userId, now) => assigned.get({ userId, now })?.count ?? 0,
  };
}
