import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { capabilities } from '../../src/core/channel.js';
import { chatCommand } from '../../src/cli/chat.js';
import { checkCommand } from '../../src/cli/check.js';
import { explainCommand } from '../../src/cli/explain.js';
import { exploreCommand } from '../../src/cli/explore.js';
import { createGraphCommand } from '../../src/cli/graph.js';
import { planCommand } from '../../src/cli/data/plan.js';
import { readStepCounts } from '../../src/cli/data/step-counts.js';
import { initCommand } from '../../src/cli/init.js';
import { newFlowCommand } from '../../src/cli/new-flow.js';
import { schemaCommand } from '../../src/cli/schema.js';
import { testCommand } from '../../src/cli/test.js';
import { whyCommand } from '../../src/cli/why.js';
import { connectableChannels } from '../../src/flow/workspace/account-channels.js';
import { run } from '../cli/memory-terminal.js';
import { codeBlocksOf, readPage } from './code-blocks.js';

const commands = [
  initCommand,
  newFlowCommand,
  checkCommand,
  explainCommand,
  schemaCommand,
  testCommand,
  exploreCommand,
  chatCommand,
  whyCommand,
  createGraphCommand(readStepCounts),
  planCommand,
];
const folders = ['studio', 'next'];
const desk = mkdtempSync(join(tmpdir(), 'heyword-flows-page-'));
const blocks = codeBlocksOf(readPage('flows.md'));

afterAll(() => rmSync(desk, { recursive: true, force: true }));

/** What is typed at a terminal, and what stands below it. */
interface Exchange {
  readonly command: string;
  /** Lines typed after it. */
  readonly input: string;
  readonly output: readonly string[];
}

function exchangesOf(text: string): readonly Exchange[] {
  return text.split(/^\$ /mu).flatMap((part) => {
    const [command = '', ...lines] = part.trimEnd().split('\n');
    if (command === '') return [];
    const typed = lines.flatMap((line) => /^you> (?<said>.*)$/u.exec(line)?.groups?.['said'] ?? []);
    const output = lines.filter((line) => !line.startsWith('you> '));
    return [{ command, input: typed.join('\n'), output }];
  });
}

function wordsOf(command: string): readonly string[] {
  return (command.match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ''));
}

const onDesk = (word: string): string =>
  folders.includes(word.split('/')[0] ?? '') ? join(desk, word) : word;

/** Does as the command says, on our desk; what a terminal would show. */
async function enter({ command, input }: Exchange): Promise<string> {
  const [program, ...words] = wordsOf(command.replace(/ > .*$/u, ''));
  if (program === 'cp') {
    cpSync(onDesk(words[1] ?? ''), onDesk(words[2] ?? ''), { recursive: true });
    return '';
  }
  const { printed, complained } = await run(commands, words.slice(1).map(onDesk), { input });
  const shown = [printed, complained].filter((text) => text !== '').join('\n');
  return command.includes(' > ') ? '' : shown.replaceAll(`${desk}/`, '').trimEnd();
}

/** Lines as they are on the page; a line of three dots stands for any number of them. */
function shows(shown: string, output: readonly string[]): boolean {
  const [first = '', ...more] = output.join('\n').split(/^…$\n?/mu);
  if (more.length === 0) return shown === first.trimEnd();
  if (!shown.startsWith(first)) return false;
  let from = first.length;
  for (const wanted of more.map((part) => part.trimEnd())) {
    const at = shown.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length;
  }
  // After the last dots anything may stand, else the page ends as the answer does.
  return output.at(-1) === '…' || shown.endsWith(more.at(-1)?.trimEnd() ?? '');
}

async function answersOf(text: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const exchange of exchangesOf(text)) {
    const shown = await enter(exchange);
    if (!shows(shown, exchange.output)) wrong.push(`$ ${exchange.command}\n${shown}`);
  }
  return wrong;
}

describe('flows.md', () => {
  const typed = blocks.filter(({ language }) => language === 'console').map(({ text }) => text);

  it('is true from its first to its last command, done in a fresh folder', async () => {
    const wrong: string[] = [];
    for (const { language, label, text, line } of blocks) {
      if (language === 'yaml' && label !== '') writeFileSync(onDesk(label), text);
      if (language === 'console') {
        wrong.push(...(await answersOf(text)).map((answer) => `line ${line}: ${answer}`));
      }
    }
    expect(wrong.join('\n\n')).toBe('');
  });

  it('tells truly what each channel shows', () => {
    const rows = new Map(
      readPage('flows.md')
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map(([, what = '', ...cells]) => [what, cells.slice(0, 5)] as const),
    );
    const all = connectableChannels.map((channel) => capabilities[channel]);
    const count = (most: number, other: string) => (most === 0 ? other : String(most));
    const toldOf = (what: string, told: readonly string[]) =>
      (rows.get(what) ?? []).map((cell, at) => cell.startsWith(told[at] ?? '?') || `${what}: ${cell}`);
    const yes = Array.from({ length: 5 }, () => true);
    const expected: readonly (readonly [string, readonly string[]])[] = [
      [
        'quick replies and choices',
        all.map(({ quickReplies: { most, list } }) =>
          list ? `${list.above} as buttons, ${most} as a list` : count(most, 'in words'),
        ),
      ],
      ['buttons', all.map(({ buttons }) => count(buttons.most, 'in words'))],
      ['cards', all.map(({ cards }) => count(cards.most, 'a message each'))],
      ['typing', all.map(({ typing }) => (typing > 0 ? 'yes' : 'no'))],
      ['one text, above buttons', all.map(({ text }) => String(text.size))],
      ['you may write', all.map(({ replyWindow }) => (replyWindow === null ? 'at any time' : '24 h'))],
      ['comments answered', all.map(({ comments }) => (comments === null ? 'no' : 'yes'))],
    ];
    for (const [what, told] of expected) expect(toldOf(what, told)).toEqual(yes);
  });

  it('shows every command that works on flows', () => {
    const all = typed.join('');
    expect(
      commands.map(({ name }) => name).filter((name) => !all.includes(`$ npx heyword ${name} `)),
    ).toEqual([]);
  });

  it('counts honestly what is to be typed and written', () => {
    const files = new Set(blocks.filter(({ language }) => language === 'yaml').map(({ label }) => label));
    const commandCount = typed.flatMap(exchangesOf).length;
    expect(readPage('flows.md')).toContain(`You type ${commandCount} commands and write ${files.size} files`);
  });
});
