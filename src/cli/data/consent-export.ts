import type { Command } from '../command.js';
import { parseCall } from '../parse-call.js';
import { findContact } from './find-contact.js';
import { withStore } from './with-store.js';

export const consentExportCommand: Command = {
  name: 'consent export',
  usage: 'CONTACT',
  summary: 'Shows what a contact agreed to and withdrew, with its evidence, as JSON.',
  run: async (args, terminal) => {
    const { positionals } = parseCall(args, {}, 1);
    return withStore(terminal, async (store) => {
      const contact = await findContact(store, positionals[0]);
      const { id, account, channel, platformIds, conversation } = contact;
      const ledger = await store.readLedger(id);
      const evidence = {
        contact: { id, account, channel, platformIds },
        consent: conversation.consent,
        ledger,
      };
      terminal.print(JSON.stringify(evidence, null, 2));
      return 0;
    });
  },
};
