import { describe, expect, it } from 'vitest';
import { problemsOf } from '../reading.js';

const accounts = {
  instagram: 'id: "1"',
  messenger: 'id: "2"',
  whatsapp: 'id: "3", business: "4"',
  telegram: 'id: "5"',
  x: 'id: "6", client_id: $C, refresh_token: $R',
};

type Channel = keyof typeof accounts;

/** What is wrong with the only step of a flow of this channel, its line counted from that of the step. */
function problems(channel: Channel, step: string): readonly string[] {
  const workspace = `brand: N
accounts: [{ channel: ${channel}, name: a, token: $T, secret: $S, ${accounts[channel]} }]
links: { guide: { to: "https://example.com", label: Open }, work: { to: "https://example.com/w", label: See } }
`;
  const guide = `flow: guide\nstart: [{ keyword: guide }]\nsteps:\n${step}  - outcome: delivered\n`;
  return problemsOf({ 'workspace.yaml': workspace, 'guide.yaml': guide }).map((one) => {
    const [, line = '', , code = ''] = /:(\d+):(\d+) (\S+)$/u.exec(one) ?? [];
    return `${Number(line) - 4} ${code}`;
  });
}

const titled = (count: number, length = 5): string =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at).padEnd(length, 'x')).join(', ');

const asking = (count: number, length = 5): string =>
  `  - ask: Which?\n    choices: [${titled(count, length)}]\n    within: 20h\n    otherwise: end\n`;

const replying = (count: number, length = 5): string =>
  `  - say: Which?\n    quick_replies: [${titled(count, length)}]\n`;

describe('choices and quick replies', () => {
  it.each<[Channel, number, readonly string[], readonly string[]]>([
    ['instagram', 13, [], []],
    ['instagram', 14, ['1 too-many-choices'], ['1 too-many-quick-replies']],
    ['messenger', 13, [], []],
    ['messenger', 14, ['1 too-many-choices'], ['1 too-many-quick-replies']],
    ['whatsapp', 10, [], []],
    ['whatsapp', 11, ['1 told-in-words'], ['1 told-in-words']],
    ['telegram', 14, [], []],
    ['x', 14, [], []],
  ])('on %s, %i of them', (channel, count, asked, said) => {
    expect(problems(channel, asking(count))).toEqual(asked);
    expect(problems(channel, replying(count))).toEqual(said);
  });

  it.each<[Channel, number, number, boolean]>([
    ['instagram', 2, 20, true],
    ['instagram', 2, 21, false],
    ['whatsapp', 3, 20, true],
    ['whatsapp', 3, 21, false],
    // A list has more room.
    ['whatsapp', 4, 24, true],
    ['whatsapp', 4, 25, false],
    ['telegram', 2, 64, true],
    ['telegram', 2, 65, false],
    // In a text there is room for any.
    ['x', 2, 150, true],
  ])('on %s, %i with titles of %i: %s', (channel, count, length, fits) => {
    const found = new Set([
      ...problems(channel, asking(count, length)),
      ...problems(channel, replying(count, length)),
    ]);
    expect([...found]).toEqual(fits ? [] : ['1 long-title']);
  });

  it.each<[Channel, number, boolean]>([
    ['whatsapp', 1024, true],
    ['whatsapp', 1025, false],
    ['messenger', 2000, true],
    ['messenger', 2001, false],
    ['telegram', 4096, true],
    ['x', 10_000, true],
    ['x', 10_001, false],
  ])('on %s, under a text of %i characters: %s', (channel, length, fits) => {
    const text = 'x'.repeat(length);
    for (const step of [asking(2), replying(2)]) {
      expect(problems(channel, step.replace('Which?', text))).toEqual(fits ? [] : ['0 long-text']);
    }
  });
});

describe('what stands under one text', () => {
  const link = '    link: guide\n';
  const replies = '    quick_replies: [Thanks]\n';
  const deed = '    buttons: [{ title: Again, flow: guide }]\n';
  const links = '    buttons: [{ link: guide }, { link: work }]\n';
  it.each<[string, readonly string[]]>([
    [link, []],
    [replies, []],
    [deed, []],
    [link + replies, ['2 told-in-words']],
    [link + deed, ['2 told-in-words']],
    [deed + replies, ['2 told-in-words']],
    [links, ['1 told-in-words']],
    ['    buttons: [{ link: guide }, { title: Again, flow: guide }]\n', ['1 told-in-words']],
  ])('on whatsapp, of %j', (under, expected) => {
    expect(problems('whatsapp', `  - say: Here it is.\n${under}`)).toEqual(expected);
  });

  it.each<Channel>(['instagram', 'messenger', 'telegram', 'x'])(
    'may be of several kinds on %s',
    (channel) => {
      expect(problems(channel, `  - say: Here it is.\n${link}${deed}${replies}`)).toEqual([]);
    },
  );
});
