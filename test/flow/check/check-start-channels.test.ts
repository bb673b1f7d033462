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

const workspaceOn = (...channels: readonly Channel[]): string =>
  `brand: N\naccounts:\n${channels
    .map((name) => `  - { channel: ${name}, name: ${name}, token: $T, secret: $S, ${accounts[name]} }\n`)
    .join('')}`;

const guideWith = (start: string): string =>
  `flow: guide\nstart:\n  - ${start}\nsteps:\n  - say: Hi!\n  - outcome: delivered\n`;

const problems = (start: string, ...channels: readonly Channel[]): readonly string[] =>
  problemsOf({ 'workspace.yaml': workspaceOn(...channels), 'guide.yaml': guideWith(start) });

describe('a start', () => {
  it.each<[string, readonly Channel[]]>([
    ['comment: guide', ['instagram', 'messenger']],
    ['story_reply: any', ['instagram']],
    ['story_mention: any', ['instagram']],
    ['ad: any', ['instagram', 'messenger', 'whatsapp']],
    ['ref: guide', ['instagram', 'messenger', 'telegram']],
    ['ice_breaker: The guide?', ['instagram', 'messenger']],
    ['menu: The guide', ['instagram', 'messenger', 'telegram']],
    ['keyword: guide', ['instagram', 'messenger', 'whatsapp', 'telegram', 'x']],
    ['first_message', ['instagram', 'messenger', 'whatsapp', 'telegram', 'x']],
  ])('by %s is warned about where there is no such thing: everywhere but on %s', (written, given) => {
    const start = written === 'first_message' ? 'first_message: any' : written;
    for (const channel of Object.keys(accounts) as readonly Channel[]) {
      const expected = given.includes(channel) ? [] : ['start-never-given'];
      expect(problems(start, channel).map((one) => one.split(' ')[1])).toEqual(expected);
    }
  });

  it('is not warned about while one of the accounts can give it', () => {
    expect(problems('comment: guide', 'whatsapp', 'messenger')).toEqual([]);
  });
});
