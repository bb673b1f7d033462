import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.js';
import type { Command, ExitCode } from '../../src/cli/command.js';
import { helpCommand } from '../../src/cli/help.js';
import { parseCall } from '../../src/cli/parse-call.js';
import { run } from './memory-terminal.js';

function command(name: string, exit: ExitCode = 0): Command {
  return {
    name,
    usage: '[dir]',
    summary: `Does ${name}.`,
    run: async (args, terminal) => {
      const { positionals } = parseCall(args, { json: { type: 'boolean' } }, 1);
      if (positionals[0] === 'nowhere') throw new UsageError('There is no folder nowhere.');
      terminal.print(`${name} ${positionals.join()}`);
      return exit;
    },
  };
}

const commands = [command('check', 1), command('consent verify'), command('consent export')];

describe('a command line', () => {
  it('runs the command that it begins with, and exits as that says', async () => {
    expect(await run(commands, ['check', 'flows'])).toMatchObject({ exit: 1, printed: 'check flows' });
    expect(await run(commands, ['consent', 'export', 'x'])).toMatchObject({
      exit: 0,
      printed: 'consent export x',
    });
  });

  it('is refused with the nearest command where it names none', async () => {
    expect(await run(commands, ['chekc'])).toEqual({
      exit: 2,
      printed: '',
      complained: 'There is no command "chekc". Did you mean "heyword check"?',
    });
    expect((await run(commands, ['consent', 'verfy'])).complained).toContain('heyword consent verify');
    expect((await run(commands, ['concent', 'verify'])).complained).toContain('"heyword consent verify"?');
    expect((await run(commands, ['launch'])).complained).toContain('See heyword help.');
  });

  it('is refused with the way to call where its options or words are wrong', async () => {
    for (const args of [['--jsno'], ['a', 'b'], ['nowhere']]) {
      const { exit, complained } = await run(commands, ['check', ...args]);

      expect(exit).toBe(2);
      expect(complained.split('\n')).toEqual([expect.stringMatching(/\.$/), 'Usage: heyword check [dir]']);
    }
  });

  it('is explained where it asks for help', async () => {
    expect(await run(commands, ['check', '--help'])).toMatchObject({
      exit: 0,
      printed: 'heyword check [dir]\nDoes check.',
    });
  });

  it('lists every command on help', async () => {
    const { printed } = await run([...commands, helpCommand(commands)], ['help']);

    for (const name of ['check', 'consent verify', 'consent export', 'help']) {
      expect(printed).toContain(`heyword ${name}`);
    }
  });

  it('lets a fault of ours be seen', async () => {
    const broken: Command = { ...command('check'), run: () => Promise.reject(new TypeError('ours')) };

    await expect(run([broken], ['check'])).rejects.toThrow('ours');
  });
});
