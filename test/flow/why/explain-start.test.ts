import { describe, expect, it } from 'vitest';
import type { TriggerDefinition } from '../../../src/flow/definition.js';
import type { Happening } from '../../../src/flow/transcript/happening.js';
import { explainStart } from '../../../src/flow/why/explain-start.js';
import { end, flow, say } from '../compile/definitions.js';
import { workspaceOf } from '../transcript/workspace.js';

type Deed = Exclude<Happening, { readonly kind: 'agent' }>;

const me = (text: string): Deed => ({ kind: 'me', text });
const keyword = (
  match: Extract<TriggerDefinition, { kind: 'keyword' }>['match'],
  ...phrases: readonly string[]
): TriggerDefinition => ({ kind: 'keyword', match, phrases });

/** What becomes of a flow with this start at that deed. */
function ask(trigger: TriggerDefinition, deed: Deed) {
  const flows = [{ ...flow('asked', [say('hello'), end('end')]), start: [trigger] }];
  const contact = { firstName: null, tags: [], fields: {}, language: 'en' };
  return explainStart(workspaceOf(flows), flows, { channel: 'simulator', startsAt: 0, contact }, deed);
}

describe('why a start does not fit', () => {
  it.each<readonly [TriggerDefinition, Deed, string]>([
    [keyword('exact', 'guide'), me('my guide'), 'the message is something else'],
    [keyword('starts_with', 'guide'), me('my guide'), 'the message begins otherwise'],
    [keyword('contains', 'guide'), me('guides'), 'the message does not hold it in whole words'],
    [keyword('near', 'guide'), me('gudes'), 'the message is more than one slip away'],
    [keyword('near', 'cancan'), me('cancal'), 'forgives no slip here: it may be a slip on “cancel”'],
    [keyword('pattern', 'order [0-9]+'), me('order x'), 'the whole message does not fit it'],
    [keyword('exact', 'guide'), { kind: 'ref', ref: 'spring' }, 'waits for words'],
    [
      { ...keyword('exact', 'leitfaden'), language: 'de' },
      me('Leitfaden'),
      'counts only for contacts who speak de',
    ],
    [
      { kind: 'comment', words: [], posts: null, publicReplies: [] },
      me('guide'),
      'waits for a comment under a post',
    ],
    [
      { kind: 'comment', words: ['list'], posts: ['17'], publicReplies: [] },
      { kind: 'comment', text: 'list', post: '18' },
      'the comment is under another post',
    ],
    [
      { kind: 'comment', words: ['list'], posts: ['17'], publicReplies: [] },
      { kind: 'comment', text: 'hm', post: '17' },
      'the comment has none of its words',
    ],
    [keyword('exact', 'list'), { kind: 'comment', text: 'list', post: null }, 'takes no comments'],
    [{ kind: 'story_reply' }, me('wow'), 'waits for an answer to a story'],
    [
      { kind: 'story_reply', words: ['wow'] },
      { kind: 'story_reply', text: 'hm' },
      'the answer has none of its words',
    ],
    [{ kind: 'story_mention' }, me('wow'), 'waits for a mention in a story'],
    [{ kind: 'ref', refs: ['spring'] }, me('spring'), 'waits for a link'],
    [{ kind: 'ref', refs: ['spring'] }, { kind: 'ref', ref: 'summer' }, 'is another link'],
    [{ kind: 'ad', ads: ['1'] }, me('1'), 'waits for an advertisement'],
    [{ kind: 'ad', ads: ['1'] }, { kind: 'ad', ad: '2' }, 'is another advertisement'],
    [{ kind: 'postback', payloads: ['GO'] }, me('GO'), 'waits for a tap'],
    [{ kind: 'menu', titles: ['Go'] }, { kind: 'postback', payload: 'STAY' }, 'is another button'],
    [{ kind: 'postback', payloads: ['GO'] }, { kind: 'postback', payload: 'STAY' }, 'is another button'],
    [{ kind: 'first_message' }, { kind: 'story_mention' }, 'waits for a message'],
    [{ kind: 'outside_hours' }, me('hm'), 'you are open then'],
    [
      { kind: 'after', outcome: 'delivered', wait: 1, unless: [] },
      me('delivered'),
      'comes by itself, some time after the outcome “delivered”',
    ],
  ])('%j at %j', (trigger, deed, why) => {
    expect(ask(trigger, deed)).toMatchObject({ winner: null, others: [{ flow: 'asked', fits: false, why }] });
  });
});

describe('who wins', () => {
  it('is not among the others, and a button that names another flow is not its own', () => {
    const menu: TriggerDefinition = { kind: 'menu', titles: ['Go'] };
    const pressed = ask(menu, { kind: 'postback', payload: 'start:asked' });
    expect(pressed).toMatchObject({ winner: { flow: 'asked', start: 'postback start:asked' }, others: [] });

    const other = ask(keyword('exact', 'guide'), { kind: 'postback', payload: 'start:asked' });
    expect(other).toMatchObject({
      winner: { flow: 'asked', start: 'a button for asked' },
      others: [{ fits: false, why: 'waits for words' }],
    });
  });

  it('goes by priority between two of a kind', () => {
    const start = (priority: number): TriggerDefinition => ({ ...keyword('contains', 'guide'), priority });
    const flows = [7, 2].map((priority) => ({
      ...flow(`at_${priority}`, [say('hello'), end('end')]),
      start: [start(priority)],
    }));
    const contact = { firstName: null, tags: [], fields: {} };
    const scene = { channel: 'simulator', startsAt: 0, contact } as const;
    expect(explainStart(workspaceOf(flows), flows, scene, me('the guide'))).toMatchObject({
      winner: { flow: 'at_2' },
      others: [{ flow: 'at_7', fits: true, why: 'priority 2 goes before 7' }],
    });
  });

  it('is nobody after a wish that goes before every flow, and what would have fitted is told', () => {
    const { winner, instead, others } = ask(keyword('contains', 'subscribe'), me('stop'));
    expect({ winner, instead }).toEqual({
      winner: null,
      instead: 'It asks for no more messages, which goes before every flow.',
    });
    expect(others).toHaveLength(1);
  });
});
