import { describe, expect, it } from 'vitest';
import type { TriggerDefinition } from '../../../src/flow/definition.js';
import { compareStarts } from '../../../src/flow/plan/start-changes.js';
import { end, flow } from '../compile/definitions.js';

const started = (name: string, ...start: readonly TriggerDefinition[]) => ({
  ...flow(name, [end('end')]),
  start,
});

const keyword = (phrase: string, rest: Partial<TriggerDefinition> = {}): TriggerDefinition =>
  ({ kind: 'keyword', phrases: [phrase], match: 'exact', ...rest }) as TriggerDefinition;

describe('what starts something else than before', () => {
  it.each<readonly [TriggerDefinition, readonly string[]]>([
    [
      { kind: 'keyword', phrases: ['price', 'prices'], match: 'near' },
      ['keyword near “price”', 'keyword near “prices”'],
    ],
    [keyword('preis', { language: 'de' }), ['keyword “preis” (de)']],
    [{ kind: 'comment', words: ['list'], posts: null, publicReplies: ['Sent!'] }, ['comment “list”']],
    [
      { kind: 'comment', words: [], posts: ['17', '18'], publicReplies: [] },
      ['comment under the post 17', 'comment under the post 18'],
    ],
    [{ kind: 'story_reply' }, ['story reply']],
    [{ kind: 'story_reply', words: ['wow'] }, ['story reply “wow”']],
    [{ kind: 'story_mention' }, ['story mention']],
    [{ kind: 'ref', refs: ['spring'] }, ['ref “spring”']],
    [{ kind: 'ad', ads: [] }, ['ad']],
    [{ kind: 'ad', ads: ['120'] }, ['ad “120”']],
    [{ kind: 'postback', payloads: ['GO'] }, ['postback “GO”']],
    [{ kind: 'ice_breaker', titles: ['Prices?'] }, ['ice breaker “Prices?”']],
    [{ kind: 'menu', titles: ['Prices'] }, ['menu “Prices”']],
    [{ kind: 'first_message' }, ['first message']],
    [{ kind: 'outside_hours' }, ['outside hours']],
    [{ kind: 'after', outcome: 'delivered', wait: 1, unless: ['booked'] }, ['after “delivered” (new)']],
  ])('names each start: %j', (trigger, starts) => {
    const changes = compareStarts([], [started('new', trigger)]);
    expect(changes).toEqual(starts.map((start) => ({ start, from: null, to: 'new' })));
  });

  it('tells the same word apart by language', () => {
    const before = [started('guide', keyword('guide'))];
    const after = [started('guide', keyword('guide', { language: 'en' }))];
    expect(compareStarts(before, after)).toEqual([
      { start: 'keyword “guide”', from: 'guide', to: null },
      { start: 'keyword “guide” (en)', from: null, to: 'guide' },
    ]);
  });

  it('goes by priority where two flows want the same', () => {
    const before = [started('old', keyword('guide')), started('new', keyword('guide', { priority: 7 }))];
    const after = [started('old', keyword('guide')), started('new', keyword('guide', { priority: 2 }))];
    expect(compareStarts(before, before)).toEqual([]);
    expect(compareStarts(before, after)).toEqual([{ start: 'keyword “guide”', from: 'old', to: 'new' }]);
  });

  it('leaves an outcome to every flow that follows it', () => {
    const after = (wait: number): TriggerDefinition => ({
      kind: 'after',
      outcome: 'delivered',
      wait,
      unless: [],
    });
    const before = [started('first', after(1))];
    expect(compareStarts(before, [...before, started('second', after(2))])).toEqual([
      { start: 'after “delivered” (second)', from: null, to: 'second' },
    ]);
  });
});
