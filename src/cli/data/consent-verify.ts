import type { Command } from '../command.js';
import { count } from '../count.js';
import { parseCall } from '../parse-call.js';
import { withStore } from './with-store.js';

export const consentVerifyCommand: Command = {
  name: 'consent verify',
  usage: '',
  summary: 'Checks every chain of the consent ledger, and that it folds to what is stored.',
  run: async (args, terminal) => {
    parseCall(args, {}, 0);
    return withStore(terminal, async (store) => {
      const { chains, entries, problems } = await store.verifyLedger();
      for (const problem of problems) terminal.complain(problem);
      const verdict = problems.length === 0 ? 'all of it holds' : count(problems.length, 'problem');
      terminal.print(`${count(chains, 'contact')}, ${count(entries, 'entry', 'entries')}: ${verdict}.`);
      return problems.length === 0 ? 0 : 1;
    });
  },
};
