import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initCommand } from '../../../src/cli/init.js';
import { newFlowCommand } from '../../../src/cli/new-flow.js';
import { stepKinds, verbs } from '../../../src/flow/steps/step-kinds.js';
import { triggerKinds, triggerNames } from '../../../src/flow/triggers/trigger-kinds.js';
import { run } from '../memory-terminal.js';
import { LanguageServer } from './language-server.js';
import type { Diagnostic } from './language-server.js';

const root = new URL('../../../', import.meta.url);
const addressOf = (path: string): string => new URL(path, root).href;

/** Which files VS Code holds to which schema where this repository is open: what is tried here is what people get. */
const settings = JSON.parse(readFileSync(new URL('.vscode/settings.json', root), 'utf8')) as {
  readonly 'yaml.schemas': Readonly<Record<string, readonly string[]>>;
};

let server: LanguageServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heyword-editor-'));
  const schemas = Object.entries(settings['yaml.schemas']).map(([path, files]) => [addressOf(path), files]);
  server = await LanguageServer.start(Object.fromEntries(schemas), root.href);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

let opened = 0;

/** A file of flows that nobody else has open. */
const newFile = (ending = '.yaml'): string => addressOf(`flows/tried_${(opened += 1)}${ending}`);

interface Look {
  /** Labels of what is offered. */
  readonly offered: readonly string[];
  readonly help: string;
}

/** What an editor shows where `|` stands. */
async function look(marked: string, uri = newFile()): Promise<Look> {
  const [before = '', after = ''] = marked.split('|');
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  server.open(uri, before + after);
  const items = await server.complete(uri, position);
  return { offered: items.map(({ label }) => label), help: await server.hover(uri, position) };
}

/** Lines with a mistake, counted from 1 as editors show them. */
const linesOf = (problems: readonly Diagnostic[]): readonly number[] =>
  [...new Set(problems.map(({ range }) => range.start.line + 1))].sort((a, b) => a - b);

/** The steps of a flow that is otherwise right; they begin on line 5. */
const flowOf = (steps: string): string => `flow: tried\nstart:\n  - keyword: tried\nsteps:\n${steps}`;

/** Each file of an example that holds several. */
const filesOf = (example: string): readonly string[] => example.split(/^---$/mu);

describe('an editor offers', () => {
  it('the verbs where a step begins, and nothing else', async () => {
    const { offered } = await look(flowOf('  - |'));
    expect(offered.toSorted()).toEqual(verbs.toSorted());
    const { offered: begun } = await look(flowOf('  - say: Hi!\n  - a|'));
    expect(begun.toSorted()).toEqual(verbs.toSorted());
  });

  it('the verbs also where steps stand inside a step', async () => {
    const { offered } = await look(flowOf('  - ask: Well?\n    otherwise:\n      - |'));
    expect(offered.toSorted()).toEqual(verbs.toSorted());
  });

  it.concurrent.each(stepKinds.map((kind) => [kind.verb, kind] as const))(
    'what belongs to %s',
    async (verb, kind) => {
      const keys = Object.keys(kind.schema.shape);
      const { offered } = await look(flowOf(`  - ${verb}: any\n    |`));
      expect(offered).toEqual(expect.arrayContaining(keys.filter((key) => key !== verb)));
      const foreign = stepKinds.flatMap((other) => Object.keys(other.schema.shape));
      expect(offered.filter((label) => foreign.includes(label) && !keys.includes(label))).toEqual([]);
    },
  );

  it('the words that a value may be', async () => {
    const { offered: policies } = await look('flow: tried\non_edit: |\nsteps:\n  - end\n');
    expect(policies).toEqual(['finish', 'migrate', 'restart']);
    const { offered: windows } = await look(flowOf('  - if:\n      reply_window: |\n    then: end\n'));
    expect(windows).toEqual(expect.arrayContaining(['open', 'closed']));
  });

  it('what starts a flow, what a condition looks at, and who speaks in a chat', async () => {
    const { offered: triggers } = await look('flow: tried\nstart:\n  - |\nsteps:\n  - end\n');
    expect(triggers.toSorted()).toEqual(triggerNames.toSorted());
    const { offered: subjects } = await look(flowOf('  - if:\n      |\n    then: end\n'));
    expect(subjects).toEqual(expect.arrayContaining(['tag', 'channel', 'office_hours', 'any', 'not']));
    const chat = 'flow: tried\ntests:\n  - name: goes well\n    chat:\n      - |';
    const { offered: speakers } = await look(chat, newFile('.test.yaml'));
    expect(speakers).toEqual(expect.arrayContaining(['me', 'bot', 'silence']));
    expect(speakers).not.toContain('flow');
  });
});

describe('an editor explains', () => {
  it.concurrent.each(stepKinds.map((kind) => [kind.verb, kind] as const))(
    '%s, and shows it',
    async (verb, kind) => {
      const { help } = await look(flowOf(`  - ${verb.slice(0, 1)}|${verb.slice(1)}: any\n`));
      expect(withoutLayout(help)).toContain(withoutLayout(kind.meaning.slice(0, 60)));
      expect(help).toContain('```yaml');
      expect(help).toContain(`- ${verb}`);
    },
  );

  it('what stands beside a verb, by what is said of it', async () => {
    const { help } = await look(flowOf('  - ask: Well?\n    ret|ry: Please!\n'));
    expect(help).toContain('the question again');
  });

  it('what starts a flow', async () => {
    const { help } = await look('flow: tried\nstart:\n  - key|word: hello\nsteps:\n  - end\n');
    expect(help).toContain('A word that people write');
  });
});

/** Editors show the same words in other lines, and mask what would be taken for marks. */
function withoutLayout(text: string): string {
  return text.replaceAll(/[\s\\`*]+/gu, ' ');
}

describe('an editor shows as wrong', () => {
  it.concurrent.each([
    ['a verb that there is not', '  - say: Hi!\n  - saay: Hi!\n', 6, 'A step begins with a verb'],
    ['a text without a verb', '  - say: Hi!\n  - Hello there\n', 6, 'A step begins with a verb'],
    ['a step without anything', '  - say: Hi!\n  -\n', 6, 'A step begins with a verb'],
    ['a second verb in one step', '  - say: Hi!\n    tag: vip\n', 6, 'tag is not allowed'],
    ['a key of another verb', '  - say: Hi!\n    otherwise: end\n', 6, 'otherwise is not allowed'],
    ['a misspelt key', '  - ask: Well?\n    witin: 20h\n', 6, 'witin is not allowed'],
    ['a key that is missing', '  - say: Hi!\n  - book: demo\n', 6, 'Missing property "say"'],
    ['what is no length of time', '  - ask: Well?\n    within: 20 hours\n', 6, 'a number and its unit'],
    ['what is no name', '  - ask: Well?\n    save: My answer\n', 6, 'begins with a small letter'],
    ['a number for a text', '  - say:\n      - Hi!\n      - 5\n', 7, 'Expected one of string, object'],
    ['a text where steps belong', '  - ask: Well?\n    otherwise: stop\n', 6, 'Value must be "end"'],
    [
      'a mistake in a choice',
      '  - ask: Well?\n    choices:\n      - title: A\n        thn: end\n',
      8,
      'thn is not',
    ],
    [
      'a mistake in steps inside steps',
      '  - if: { tag: vip }\n    then:\n      - say: Hi!\n      - tagg: vip\n',
      8,
      'A step begins with a verb',
    ],
    ['what no condition looks at', '  - if:\n      chanel: x\n    then: end\n', 6, 'chanel is not allowed'],
    [
      'a test that there is not',
      '  - if:\n      answer.a: { has: x }\n    then: end\n',
      6,
      'has is not allowed',
    ],
    ['a way without a name', '  - split: s\n    ways:\n      A b: {}\n      c: {}\n', 7, 'small letter'],
  ])('%s', async (_what, steps, line, message) => {
    const problems = await server.problemsIn(newFile(), flowOf(steps));
    expect(linesOf(problems)).toEqual([line]);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('every key that belongs to other verbs only', async () => {
    const all = [...new Set(stepKinds.flatMap((kind) => Object.keys(kind.schema.shape)))];
    const tried = stepKinds.map(async ({ verb, schema, example }) => {
      // `book` takes a `say`: beside it that is another step, and may be right.
      const owners = stepKinds.filter((other) => other.keys.includes(verb)).map((other) => other.verb);
      const known = [...Object.keys(schema.shape), ...owners];
      const foreign = all.filter((key) => !known.includes(key));
      const item = itemOf(example, verb);
      const steps = foreign.flatMap((key) => [...item, `    ${key}: any`]);
      const problems = await server.problemsIn(newFile(), flowOf(`${steps.join('\n')}\n`));
      const lines = linesOf(problems);
      for (const index of foreign.keys()) {
        const first = 5 + index * (item.length + 1);
        const own = lines.filter((line) => line >= first && line < first + item.length + 1);
        expect({ verb, key: foreign[index], wrong: own.length > 0 }).toEqual({
          verb,
          key: foreign[index],
          wrong: true,
        });
      }
    });
    await Promise.all(tried);
  });

  it.concurrent.each([
    ['a trigger', 'flow: tried\nstart:\n  - keywrd: x\nsteps:\n  - end\n', '.yaml', 3],
    [
      'two ways to meet a keyword',
      'flow: t\nstart:\n  - keyword: { near: a, pattern: b }\nsteps:\n  - end\n',
      '.yaml',
      3,
    ],
    ['a key of a flow', 'flow: tried\nstrat: []\nsteps:\n  - end\n', '.yaml', 2],
    ['a line of a chat', 'flow: tried\ntests:\n  - name: x\n    chat:\n      - mee: Hi\n', '.test.yaml', 5],
    [
      'what a test expects',
      'flow: t\ntests:\n  - name: x\n    chat: [{ me: Hi }]\n    expect:\n      outcom: y\n',
      '.test.yaml',
      6,
    ],
    ['a channel', 'flow: t\ntests:\n  - name: x\n    on: fax\n    chat: [{ me: Hi }]\n', '.test.yaml', 4],
    ['a question', 'questions:\n  - ask: Why?\n    anwser: So.\n', '/faq.yaml', 3],
    ['a day', 'brand: B\nhours:\n  mon-fry: "09:00-18:00"\n', '/workspace.yaml', 3],
    ['hours', 'brand: B\nhours:\n  mon-fri: 9 to 5\n', '/workspace.yaml', 3],
    ['a key of a team', 'brand: B\nteams:\n  sales: { tilte: Sales }\n', '/workspace.yaml', 3],
    [
      'a secret that stands in the file',
      'brand: B\naccounts:\n  - channel: messenger\n    name: a\n    id: "1"\n    secret: $A\n    token: abc\n',
      '/workspace.yaml',
      7,
    ],
  ])('%s that is written otherwise', async (_what, text, ending, line) => {
    expect(linesOf(await server.problemsIn(newFile(ending), text))).toEqual([line]);
  });
});

/** The lines of the first step of that verb, two spaces in. */
function itemOf(example: string, verb: string): readonly string[] {
  const lines = example.split('\n');
  const first = lines.findIndex((line) => new RegExp(`^ *- ${verb}(:|$)`, 'u').test(line));
  const indent = lines[first]?.indexOf('-') ?? 0;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => line.search(/\S/u) <= indent);
  const item = [lines[first] ?? '', ...rest.slice(0, end)].map((line) => `  ${line.slice(indent)}`);
  return item[0]?.endsWith(' end') === true ? ['  - end: true'] : item;
}

/** Lines of a chat as a whole test file. */
const testOf = (chat: string): string =>
  `flow: tried\ntests:\n  - name: goes well\n    chat:\n${chat.replaceAll(/^/gmu, '      ').trimEnd()}\n`;

const endingOf = (text: string): string => (/^tests:/mu.test(text) ? '.test.yaml' : '.yaml');

describe('an editor has nothing to say', () => {
  const shipped = readdirSync(new URL('flows', root)).filter((name) => name.endsWith('.yaml'));

  it.concurrent.each(shipped)('about flows/%s', async (name) => {
    const text = readFileSync(new URL(`flows/${name}`, root), 'utf8');
    expect(await server.problemsIn(addressOf(`flows/${name}`), text)).toEqual([]);
  });

  const examples = [
    ...stepKinds.map(({ verb, example }) => [verb, example] as const),
    ...triggerKinds.map(({ name, example }) => [name, example] as const),
    ...triggerKinds.map(({ name, chat }) => [`a test of ${name}`, testOf(chat)] as const),
  ];

  it.concurrent.each(examples)('about the example of %s', async (_verb, example) => {
    const tried = filesOf(example).map((text) => server.problemsIn(newFile(endingOf(text)), text));
    expect((await Promise.all(tried)).flat()).toEqual([]);
  });
});

describe('files that are written by init and new flow', () => {
  const paths = ['workspace.yaml', 'guide.yaml', 'guide.test.yaml', 'spring.yaml', 'spring.test.yaml'];

  beforeAll(async () => {
    const commands = [initCommand, newFlowCommand];
    await run(commands, ['init', join(folder, 'flows-of-mine')]);
    await run(commands, ['new', 'flow', 'spring', join(folder, 'flows-of-mine')]);
  });

  const textOf = (path: string): string => readFileSync(join(folder, 'flows-of-mine', path), 'utf8');
  const addressIn = (path: string): string => pathToFileURL(join(folder, 'flows-of-mine', path)).href;

  it.concurrent.each(paths)('%s is held to its schema in any editor, without a setting', async (path) => {
    expect(await server.problemsIn(addressIn(path), textOf(path))).toEqual([]);
    const wrong = await server.problemsIn(addressIn(`wrong-${path}`), `${textOf(path)}\nnonsense: yes\n`);
    expect(wrong.map(({ message }) => message)).toEqual(['Property nonsense is not allowed.']);
  });
});
