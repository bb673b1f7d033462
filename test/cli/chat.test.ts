import { afterAll, describe, expect, it } from 'vitest';
import { chatCommand } from '../../src/cli/chat.js';
import { chatHelp } from '../../src/cli/chat/chat-input.js';
import { FlowFolder, guideFile, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';
import type { Run } from './memory-terminal.js';

const folder = new FlowFolder({
  'brands/nord/workspace.yaml': workspaceFile,
  'brands/nord/guide.yaml': guideFile,
  'brands/sued/workspace.yaml': workspaceFile,
  'ways/workspace.yaml': workspaceFile,
  'ways/list.yaml': `flow: list
start:
  - comment: [checklist, list]
    reply_publicly: Sent!
  - menu: The checklist
  - ice_breaker: Where is the checklist?
steps:
  - ask: Here it is. Shall we walk through it?
    id: wish
    within: 20h
    otherwise: end
  - outcome: delivered
`,
  'ways/seventeen.yaml': `flow: seventeen
start:
  - comment: any
    posts: "17"
steps:
  - say: You found the secret post.
  - end
`,
  'ways/thanks.yaml': `flow: thanks
start:
  - story_mention: any
  - ad: "120"
  - postback: GO
steps:
  - say: Thank you!
  - end
`,
  'ways/later.yaml': `flow: later
start:
  - after: { outcome: delivered, wait: 2h }
steps:
  - say: Did it help?
  - end
`,
  'broken/workspace.yaml': 'brand: [',
});
const nord = `${folder.path}/brands/nord`;
const ways = `${folder.path}/ways`;

afterAll(() => folder.remove());

/** What is printed after the introduction. */
async function chat(lines: readonly string[], ...options: readonly string[]): Promise<readonly string[]> {
  return chatIn(nord, lines, ...options);
}

async function chatIn(
  dir: string,
  lines: readonly string[],
  ...options: readonly string[]
): Promise<readonly string[]> {
  const { exit, printed } = await run([chatCommand], ['chat', dir, ...options], { input: lines.join('\n') });
  expect(exit).toBe(0);
  expect(printed.startsWith(chatHelp)).toBe(true);
  return printed.slice(chatHelp.length + 1).split('\n');
}

describe('heyword chat', () => {
  it('shows what a follower sees, who says it, and what it leads to', async () => {
    expect(await chat(['guide', '/quit', 'guide'], '--as', 'Ada')).toEqual([
      'guide › 1-say',
      '  Hi Ada! Here is the guide.',
      expect.stringMatching(/^ {2}\[Get the guide\] https:\/\/example\.com\/guide/),
      'guide › size',
      '  How big is your shop?',
      '  1. Small',
      '  2. Large',
      '  · outcome: delivered',
    ]);
  });

  it('taps the choice of a number', async () => {
    const lines = await chat(['guide', '2']);

    expect(lines).toContain('  · handed over to sales');
    expect(lines).toContain('  · the chat belongs to a person now');
  });

  it('takes a number for a word where nothing is to choose', async () => {
    expect((await chat(['1'])).join()).not.toContain('Small');
  });

  it('lets time pass', async () => {
    expect((await chat(['guide', '/wait 20h'])).slice(-3)).toEqual([
      '  · 20h later',
      'guide › size/otherwise/1-say',
      '  No hurry.',
    ]);
    expect((await chat(['/wait long'])).join()).toContain('Write a number and its unit');
  });

  it.each(['/ref spring', '/postback GUIDE', '/story wow'])('begins a flow by %s', async (line) => {
    expect((await chat([line]))[0]).toBe('guide › 1-say');
  });

  it.each([
    ['/comment the list, please', 'list › wish'],
    ['/comment #17 any words', 'seventeen › 1-say'],
    ['/mention', 'thanks › 1-say'],
    ['/ad 120', 'thanks › 1-say'],
    ['/menu the checklist', 'list › wish'],
    ['/ice Where is the checklist?', 'list › wish'],
    ['/postback GO', 'thanks › 1-say'],
  ])('begins a flow by %s', async (line, first) => {
    expect((await chatIn(ways, [line]))[0]).toBe(first);
  });

  it('shows which answer everybody reads', async () => {
    expect(await chatIn(ways, ['/comment list'])).toEqual([
      'list › wish',
      '  Here it is. Shall we walk through it?',
      'list › (start), in public',
      '  Sent!',
    ]);
  });

  it('lists what can be pressed', async () => {
    expect(await chatIn(ways, ['/menu', '/ice nothing'])).toEqual([
      'There are these menu entries: “The checklist”.',
      'There are these ice breakers: “Where is the checklist?”.',
    ]);
    expect(await chat(['/menu', '/ice'])).toEqual([
      'There are no menu entries.',
      'There are no ice breakers.',
    ]);
  });

  it('lets a flow follow an outcome', async () => {
    const lines = await chatIn(ways, ['/menu the checklist', 'yes', '/wait 2h']);
    expect(lines.slice(-3)).toEqual(['  · 2h later', 'later › 1-say', '  Did it help?']);
  });

  it('falls silent when a person answers, and says why', async () => {
    expect((await chat(['guide', '/agent Kim here', 'guide'])).at(-1)).toMatch(
      /the bot says nothing \(.*owned by/,
    );
  });

  it('shows what consent becomes', async () => {
    expect(await chat(['stop'])).toContain('  · consent to all messages: withdrawn');
  });

  it('explains what can be typed', async () => {
    expect((await chat(['/what'])).join('\n')).toBe(chatHelp);
    expect(await chat(['/ref', '/postback', '/agent', '/comment', '/comment #17', '/ad'])).toHaveLength(6);
    expect(await chat(['', '   '])).toEqual(['']);
  });
});

describe('a call of heyword chat', () => {
  const call = (...args: readonly string[]): Promise<Run> => run([chatCommand], ['chat', ...args]);

  it('names one workspace where there are several', async () => {
    expect(await call(`${folder.path}/brands`)).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('several workspaces (nord, sued)') as string,
    });
    expect(await call(`${folder.path}/brands/sued`, '--on', 'instagram')).toMatchObject({ exit: 0 });
  });

  it('names a channel that there is', async () => {
    expect(await call(nord, '--on', 'instagrm')).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('Did you mean "instagram"?') as string,
    });
  });

  it('is refused while the files have mistakes', async () => {
    expect(await call(`${folder.path}/broken`)).toMatchObject({ exit: 1 });
  });
});
