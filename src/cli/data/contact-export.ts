import type { Command } from '../command.js';
import { parseCall } from '../parse-call.js';
import { findContact } from './find-contact.js';
import { withStore } from './with-store.js';

export const contactExportCommand: Command = {
  name: 'contact export',
  usage: 'CONTACT',
  summary: 'Shows everything that is kept about a contact, as JSON.',
  run: async (args, terminal) => {
    const { positionals } = parseCall(args, {}, 1);
    return withStore(terminal, async (store) => {
      const { id } = await findContact(store, positionals[0]);
      terminal.print(JSON.stringify(await store.exportContact(id), null, 2));
      return 0;
    });
  },
};
