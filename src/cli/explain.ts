import { findingCodes, isFindingCode } from '../flow/findings/catalogue.js';
import { explainFinding } from '../flow/findings/findings-page.js';
import { didYouMean } from '../flow/nearest-word.js';
import { UsageError } from './command.js';
import type { Command } from './command.js';
import { parseCall } from './parse-call.js';

export const explainCommand: Command = {
  name: 'explain',
  usage: '<code>',
  summary: 'Says what a finding of check means, and what to do about it.',
  run: async (args, terminal) => {
    const { positionals } = parseCall(args, {}, 1);
    const [code = ''] = positionals;
    if (code === '') throw new UsageError('Say which: heyword explain unknown-verb.');
    if (!isFindingCode(code)) {
      const hint = didYouMean(code, findingCodes) ?? 'The codes stand in docs/findings.md.';
      throw new UsageError(`There is no finding "${code}". ${hint}`);
    }
    terminal.print(explainFinding(code));
    return 0;
  },
};
