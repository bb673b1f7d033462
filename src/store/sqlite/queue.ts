import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Effect } from '../../core/effect.js';
import type { OutgoingMessage } from '../../core/message.js';
import { links } from './schema/links.js';
import { messages } from './schema/messages.js';
import { bound, prepareInsert, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

type Cancellation = Extract<Effect, { kind: 'cancelMessages' }>;

/** Messages that are to go out, and those that no longer are. */
export type Queue = ReturnType<typeof prepareQueue>;

export function prepareQueue(db: Drizzle) {
  const insert = prepareInsert(db, messages, columnsOfLater);
  const insertLink = prepareInsert(db, links);
  const cancelEveryones = prepareCancel(db);
  const cancelBots = prepareCancel(db, eq(messages.isBots, true));

  return {
    add(thread: Thread, now: number, message: OutgoingMessage): void {
      const { number: conversation, workspace, account } = thread;
      insert({
        id: message.id,
        workspace,
        account,
        conversation,
        direction: 'out',
        body: message.body,
        at: now,
        eventId: message.eventId,
        state: message.state,
        stateAt: now,
        refusal: message.refusal ?? null,
        speaker: message.speaker,
        basis: message.basis,
        isBots: isBots(message),
        epoch: message.epoch,
        attempts: 0,
      });
      const { link } = message.body;
      if (link === undefined) return;
      const { code, target } = link;
      insertLink({ code, workspace, account, conversation, messageId: message.id, target });
    },
    /** Only what is still queued: one on the wire cannot be recalled. */
    cancel({ number: conversation }: Thread, now: number, { of, refusal }: Cancellation): void {
      (of === 'everyone' ? cancelEveryones : cancelBots).run({ conversation, now, refusal });
    },
  };
}

const columnsOfLater = [
  'sequence',
  'from',
  'via',
  'platformMessageId',
  'explanation',
  'dueAt',
  'claimedAt',
  'token',
  'outboxOf',
] as const;

/** The confirmation of STOP is the law's word, not the bot's: no take-over silences it. */
function isBots({ speaker, basis }: OutgoingMessage): boolean {
  return speaker.kind !== 'person' && !(basis.kind === 'confirmation' && basis.of === 'stop');
}

function prepareCancel(db: Drizzle, whose?: SQL) {
  const isInOutbox = eq(messages.outboxOf, sql.placeholder('conversation'));
  return db
    .update(messages)
    .set({
      state: 'cancelled',
      stateAt: bound(messages.stateAt, 'now'),
      refusal: bound(messages.refusal, 'refusal'),
    })
    .where(and(isInOutbox, eq(messages.state, 'queued'), whose))
    .prepare();
}
