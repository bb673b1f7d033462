import { z } from 'zod';
import type { LedgerLine } from '../../store/reads.js';
import { moment } from '../../contract/values.js';
import { showMoment } from './show-moment.js';

const lineAnswer = z
  .object({
    sequence: z.int(),
    change: z.enum(['granted', 'withdrawn', 'refused']),
    purpose: z.string().describe('`all`, or the name of a topic.'),
    occurred_at: moment.describe('By the platform’s clock.'),
    received_at: moment.describe('By ours.'),
    notice: z
      .string()
      .nullable()
      .describe('What the contact was shown, word for word; null: nothing (STOP).'),
    words: z.string().describe('The contact’s own words; empty once they are erased.'),
    actor: z.enum(['contact', 'person', 'flow', 'merge']),
    flow: z.object({ name: z.string(), version: z.string(), step: z.string() }).nullable(),
    event_id: z.string(),
    platform_message_id: z.string().nullable(),
    commitment: z.string().describe('Binds the words and ids without holding them.'),
    previous_hash: z.string(),
    hash: z.string(),
    is_erased: z.boolean(),
  })
  .meta({ id: 'LedgerLine' });

export const ledgerAnswer = z
  .object({ contact_id: z.string(), lines: z.array(lineAnswer).describe('In the order of the chain.') })
  .meta({ id: 'Ledger' });

export function showLedger(contactId: string, lines: readonly LedgerLine[]): z.input<typeof ledgerAnswer> {
  return { contact_id: contactId, lines: lines.map(showLine) };
}

function showLine({ entry, ...line }: LedgerLine): z.input<typeof lineAnswer> {
  return {
    sequence: line.sequence,
    change: entry.change,
    purpose: entry.purpose,
    occurred_at: showMoment(entry.occurredAt),
    received_at: showMoment(entry.receivedAt),
    notice: entry.notice,
    words: entry.words,
    actor: entry.actor,
    flow: entry.flow,
    event_id: entry.eventId,
    platform_message_id: entry.platformMessageId,
    commitment: line.commitment,
    previous_hash: line.previousHash,
    hash: line.hash,
    is_erased: line.erased,
  };
}
