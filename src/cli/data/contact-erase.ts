import { UsageError } from '../command.js';
import type { Command } from '../command.js';
import { count } from '../count.js';
import { parseCall } from '../parse-call.js';
import { findContact } from './find-contact.js';
import { withStore } from './with-store.js';

export const contactEraseCommand: Command = {
  name: 'contact erase',
  usage: 'CONTACT --yes',
  summary: 'Forgets a contact for ever. What stays is salted: that they said STOP, and the ledger’s hashes.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, { yes: { type: 'boolean' } }, 1);
    return withStore(terminal, async (store) => {
      const { id } = await findContact(store, positionals[0]);
      if (values.yes !== true)
        throw new UsageError('Nothing was erased: this cannot be undone, so add --yes.');
      const report = await store.erase(id, Date.now());
      if (report === null) throw new UsageError(`There is no contact "${id}" any more.`);
      const { messages, ledgerEntries, suppressed } = report;
      terminal.print(
        [
          `Erased ${id}: ${count(messages, 'message')}, and the words of ${count(ledgerEntries, 'ledger entry', 'ledger entries')}.`,
          ...(suppressed ? ['They had said STOP; that is remembered, by a salted hash.'] : []),
        ].join('\n'),
      );
      return 0;
    });
  },
};
