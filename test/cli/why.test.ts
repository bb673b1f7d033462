import { afterAll, describe, expect, it } from 'vitest';
import { whyCommand } from '../../src/cli/why.js';
import { FlowFolder, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';
import type { Run } from './memory-terminal.js';

const flow = (name: string, start: string): string =>
  `flow: ${name}\nstart:\n${start}\nsteps:\n  - say: Hello from here.\n  - end\n`;

const folder = new FlowFolder({
  'nord/workspace.yaml': `${workspaceFile}languages: [en, de]\nhours: { mon-fri: "09:00-18:00" }\n`,
  'nord/guide.yaml': flow(
    'guide',
    '  - keyword: [guide, handbook, manual, primer]\n  - ref: spring\n  - menu: The guide',
  ),
  'nord/prices.yaml': flow(
    'prices',
    '  - keyword: { contains: [guide, price] }\n  - keyword: { contains: preis }\n    language: de',
  ),
  'nord/list.yaml': flow('list', '  - comment: list\n    posts: "17"'),
  'nord/closed.yaml': flow('closed', '  - outside_hours: any'),
  'nord/faq.yaml': `questions:
  - id: shipping
    ask: [do you ship abroad, do you send parcels to other countries]
    answer: We ship everywhere.
  - id: costs
    ask: [where is my pricing, how do I find your pricing page]
    flow: prices
`,
  'nord/hello.yaml': flow('hello', '  - first_message: any'),
  'broken/workspace.yaml': 'brand: [',
});
const nord = `${folder.path}/nord`;

afterAll(() => folder.remove());

const call = (...args: readonly string[]): Promise<Run> => run([whyCommand], ['why', ...args]);

/** The lines of the answer. */
async function why(...args: readonly string[]): Promise<readonly string[]> {
  const { exit, printed, complained } = await call(...args);
  expect({ exit, complained }).toEqual({ exit: 0, complained: '' });
  return printed.split('\n');
}

describe('heyword why', () => {
  it('says who wins, who gives way and why, and what does not fit', async () => {
    expect(await why('Guide!', nord, '--returning', '--at', 'wed 12:00')).toEqual([
      'guide starts, by keyword "guide".',
      '',
      'These fit too:',
      '  prices, keyword contains “guide”, keyword contains “price”: a keyword that is the whole message goes before a keyword somewhere in it',
      '',
      'These do not fit:',
      '  closed, outside hours: you are open then',
      '  guide, ref “spring”: waits for a link',
      '  guide, menu “The guide”: waits for a tap',
      '  hello, first message: they have written before',
      '  list, comment “list” under the post 17: waits for a comment under a post',
      '  prices, keyword contains “preis” (de): the message does not hold it in whole words',
    ]);
  });

  it('looks at the language, the time, and whether they wrote before', async () => {
    const first = async (...args: readonly string[]) => (await why(...args))[0];
    const noon = ['--at', 'wed 12:00', '--returning'];
    expect(await first('der Preis', nord, ...noon)).toBe('prices starts, by contained keyword "preis".');
    expect(await first('der Preis', nord, ...noon, '--language', 'de')).toContain('prices starts');
    const english = await why('der Preis', nord, ...noon, '--language', 'en');
    expect(english[0]).toBe('Nothing starts. No flow takes it: the bot says that it did not understand.');
    expect(english).toContain(
      '  prices, keyword contains “preis” (de): counts only for contacts who speak de',
    );
    expect(await first('hm', nord, '--at', 'sat 12:00', '--returning')).toContain('closed starts');
    expect(await first('hm', nord, '--at', 'sat 12:00')).toBe('hello starts, by the first message.');
  });

  it.each([
    ['a comment', ['the list', '--comment', '--post', '17'], 'list starts, by a comment with "list".'],
    ['a link', ['--ref', 'spring'], 'guide starts, by ref spring.'],
    ['the title of a menu entry', ['--postback', 'the guide'], 'guide starts, by postback start:guide.'],
  ])('explains %s', async (_what, [word = '', ...options], verdict) => {
    const args = word.startsWith('--') ? [nord, word, ...options] : [word, nord, ...options];
    expect((await why(...args))[0]).toBe(verdict);
  });

  it.each([
    [['the list', '--comment', '--post', '18'], 'Nothing starts. It is left alone: no flow answers it.'],
    [
      ['the list', '--comment', '--post', '17', '--on', 'telegram'],
      'Nothing starts. It is left alone: this channel has no comments.',
    ],
    [['do you ship abroad'], 'Nothing starts. It is the frequent question “shipping”, which is answered.'],
    [
      ['where is my pricing'],
      'Nothing starts. It is the frequent question “costs”, which starts the flow prices.',
    ],
    [['stop'], 'Nothing starts. It asks for no more messages, which goes before every flow.'],
  ])('says what becomes of %j instead', async ([text = '', ...options], verdict) => {
    expect((await why(text, nord, ...options))[0]).toBe(verdict);
  });

  it('tells machines the same as JSON', async () => {
    const { printed } = await call('guide', nord, '--at', 'wed 12:00', '--json');
    expect(JSON.parse(printed)).toMatchObject({
      winner: { flow: 'guide', start: 'keyword "guide"' },
      instead: null,
      others: expect.arrayContaining([
        { flow: 'hello', starts: ['first message'], fits: true, why: expect.any(String) as string },
      ]) as unknown,
    });
  });

  it.each([
    [['guide', '--comment', '--story'], 'one thing happens at a time'],
    [['guide', '--post', '17'], 'add --comment'],
    [['guide', nord, '--ref', 'spring'], '--ref comes without a text'],
    [[], 'Say what somebody writes'],
    [['guide', nord, '--at', 'noon'], '"noon" is no moment of a week'],
    [['guide', nord, '--language', 'fr'], 'It speaks en, de.'],
    [['guide', nord, '--on', 'instagrm'], 'Did you mean "instagram"?'],
  ])('refuses %j, and says how to call', async (args, complaint) => {
    expect(await call(...args)).toMatchObject({
      exit: 2,
      complained: expect.stringContaining(complaint) as string,
    });
  });

  it('is refused while the files have mistakes', async () => {
    expect(await call('guide', `${folder.path}/broken`)).toMatchObject({ exit: 1 });
  });
});
