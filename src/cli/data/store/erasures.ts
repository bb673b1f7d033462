import { writeJournal } from '../../../store/copying/erasure-journal.js';
import type { Command } from '../../command.js';
import { parseCall } from '../../parse-call.js';
import { readExistingPlace } from './database-place.js';
import { readForgottenAt } from './read-forgotten.js';
import { tellRefusals } from './tell-refusals.js';

export const storeErasuresCommand: Command = {
  name: 'store erasures',
  usage: '',
  summary: 'Lists who was erased, one JSON document a line: keep it beside your backups, for store restore.',
  run: async (args, terminal) => {
    parseCall(args, {}, 0);
    const place = readExistingPlace(terminal.environment['DATABASE_URL']);
    return tellRefusals(terminal, async () => {
      terminal.print(writeJournal(await readForgottenAt(place)));
      return 0;
    });
  },
};
