import type { ClientBase } from 'pg';
import type { ConsentLine } from '../transactions/merge-consent.js';

/** By contact, in the order of their lines; nothing where there are not two who might be one. */
export async function loadLedgers(
  client: ClientBase,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentLine[]>> {
  const ledgers = new Map<string, ConsentLine[]>(contacts.map((contactId) => [contactId, []]));
  if (contacts.length < 2) return ledgers;
  const { rows } = await client.query<ConsentLine & { readonly contactId: string }>({
    name: 'read_ledgers',
    text: `select contact_id as "contactId", change, purpose, occurred_at as "occurredAt",
        received_at as "receivedAt", actor
      from ledger where contact_id = any($1::text[]) order by contact_id, sequence`,
    values: [contacts],
  });
  for (const { contactId, ...line } of rows) ledgers.get(contactId)?.push(line);
  return ledgers;
}
