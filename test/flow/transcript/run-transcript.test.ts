import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/core/workspace.js';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import type { ChatLine, Expectation, FlowTest } from '../../../src/flow/test-definition.js';
import { runTranscript } from '../../../src/flow/transcript/run-transcript.js';
import { ask, askConsent, choice, end, flow, handoff, ifAnswered, say } from '../compile/definitions.js';
import { workspaceOf } from './workspace.js';

type Unplaced<T> = T extends unknown ? Omit<T, 'place'> : never;
type Line = Unplaced<ChatLine>;

const me = (text: string): Line => ({ kind: 'me', text });
const bot = (text: string | null): Line => ({ kind: 'bot', text });
const tap = (title: string): Line => ({ kind: 'tap', title });
const silence = (duration: number): Line => ({ kind: 'silence', duration });

/** Line n of the chat stands in line n of the file; expectations follow. */
function testOf(
  chat: readonly Line[],
  expectations: readonly Unplaced<Expectation>[] = [],
  more: Partial<FlowTest> = {},
): FlowTest {
  const place = (line: number) => ({ place: { file: 'guide.test.yaml', line, column: 9 } });
  return {
    name: 'a chat',
    ...place(0),
    on: 'instagram',
    at: null,
    contact: { firstName: null, tags: [], fields: {} },
    chat: chat.map((line, index): ChatLine => ({ ...line, ...place(index + 1) })),
    expect: expectations.map((one, index): Expectation => ({ ...one, ...place(chat.length + index + 1) })),
    ...more,
  };
}

/** Each failure as `line: message`. */
function failures(workspace: Workspace, test: FlowTest): readonly string[] {
  return runTranscript(workspace, test).failures.map(({ line, message }) => `${line}: ${message}`);
}

const minute = 60_000;
const firstName = { source: 'contact', name: 'first_name', fallback: 'there' } as const;

const guide: FlowDefinition = {
  ...flow('guide', [
    say('greeting', 'Hi ', firstName, '! Here is the guide.'),
    { verb: 'outcome', path: 'delivered', outcome: 'delivered' },
    { verb: 'tag', path: 'tagged', tags: ['reader'] },
    ask('project', {
      question: { text: ['What are you working on?'], choices: [], retry: null },
      save: 'project',
      patience: { within: 20 * 60 * minute, otherwise: [say('reminder', 'No hurry.'), end('given-up')] },
    }),
    { verb: 'set', path: 'noted', fields: [{ name: 'topic', value: ['work'] }] },
    ask('size', {
      question: { text: ['How big?'], choices: [choice('Small'), choice('Large')], retry: null },
      branches: { Large: [handoff('to-sales')] },
    }),
    askConsent('consent', { yes: [say('lovely', 'Lovely.')] }),
    end('end'),
  ]),
  start: [
    { kind: 'keyword', phrases: ['guide'], match: 'exact' },
    { kind: 'ref', refs: ['guide'] },
    { kind: 'postback', payloads: ['GUIDE'] },
    { kind: 'story_reply' },
  ],
};
const workspace = workspaceOf([guide], {
  accounts: [{ channel: 'instagram', name: 'ig', id: '17', token: 'T', secrets: ['S'] }],
});
const upToSize = [me('Guide!'), bot('here is the guide'), bot(null), me('a thesis'), bot('How big?')];

describe('a chat that goes as written', () => {
  it('passes, with everything that it is expected to lead to', () => {
    const test = testOf(
      [...upToSize, tap('small'), bot('One short tip a week?'), me('yes please'), bot('Lovely')],
      [
        { kind: 'outcome', outcome: 'delivered' },
        { kind: 'consent', topic: 'weekly_tips', state: 'granted' },
        { kind: 'tag', tag: 'reader' },
        { kind: 'answer', name: 'project', value: 'a thesis' },
        { kind: 'field', name: 'topic', value: 'work' },
        { kind: 'no_handoff' },
      ],
    );

    expect(failures(workspace, test)).toEqual([]);
  });

  it.each([
    ['a link', { kind: 'ref', ref: 'guide' }],
    ['a button', { kind: 'postback', payload: 'GUIDE' }],
    ['an answer to a story', { kind: 'story_reply', text: 'wow' }],
  ] as const)('may begin with %s', (_, line) => {
    expect(failures(workspace, testOf([line, bot('Here is the guide'), bot(null)]))).toEqual([]);
  });

  it('greets by the first name that the test gives', () => {
    const ada = { contact: { firstName: 'Ada', tags: [], fields: {} } };

    expect(failures(workspace, testOf([me('guide'), bot('Hi Ada'), bot(null)], [], ada))).toEqual([]);
    expect(failures(workspace, testOf([me('guide'), bot('Hi there'), bot(null)]))).toEqual([]);
  });

  it('knows the tags and fields that the test gives', () => {
    const contact = { firstName: null, tags: ['vip'], fields: { city: 'Kiel' } };
    const test = testOf(
      [],
      [
        { kind: 'tag', tag: 'vip' },
        { kind: 'field', name: 'city', value: 'Kiel' },
      ],
      {
        contact,
      },
    );

    expect(failures(workspace, test)).toEqual([]);
  });

  it('knows the topics that the test says were agreed to', () => {
    const contact = { firstName: null, tags: [], fields: {}, consent: ['weekly_tips'] };
    const test = testOf([], [{ kind: 'consent', topic: 'weekly_tips', state: 'granted' }], { contact });

    expect(failures(workspace, test)).toEqual([]);
  });

  it('lets time pass in a silence, and hears what is said meanwhile', () => {
    const chat = [...upToSize.slice(0, 3), silence(19 * 60 * minute), silence(60 * minute), bot('No hurry')];

    expect(failures(workspace, testOf(chat))).toEqual([]);
  });

  it('falls silent after STOP', () => {
    const chat = [
      ...upToSize,
      me('please stop messaging me'),
      bot('unsubscribed'),
      me('guide?'),
      silence(minute),
    ];

    expect(failures(workspace, testOf(chat))).toEqual([]);
  });

  it('falls silent when a person of the team answers', () => {
    const chat = [
      ...upToSize,
      { kind: 'agent', text: 'Hi, Kim here.' } as const,
      me('guide'),
      silence(minute),
    ];

    expect(failures(workspace, testOf(chat))).toEqual([]);
  });

  it('begins when the test says, by the workspace’s clock', () => {
    const open = ifAnswered('if', 'x', {
      condition: { kind: 'test', subject: { kind: 'office_hours' }, test: { kind: 'is', value: 'yes' } },
      then: [say('open', 'We are open.')],
      else: [say('closed', 'We are closed.')],
    });
    const saturdays = { hours: { 6: [{ from: 600, to: 840 }] } };
    const shop = workspaceOf([{ ...flow('guide', [open, end('end')]), start: guide.start }], saturdays);
    const at = (weekday: number, time: number) => ({
      at: { weekday, minute: time },
      on: 'simulator' as const,
    });

    expect(failures(shop, testOf([me('guide'), bot('We are open')], [], at(6, 600)))).toEqual([]);
    expect(failures(shop, testOf([me('guide'), bot('We are closed')], [], at(6, 599)))).toEqual([]);
    expect(failures(shop, testOf([me('guide'), bot('We are open')], [], { on: 'simulator' }))).toEqual([]);
  });
});

describe('a chat that goes another way', () => {
  it('fails where the bot uses other words, and goes on', () => {
    const chat = [me('guide'), bot('Here is the catalogue'), bot('What are you building?')];

    expect(failures(workspace, testOf(chat))).toEqual([
      '2: Expected “Here is the catalogue”, but the bot said “Hi there! Here is the guide.” (guide › greeting).',
      '3: Expected “What are you building?”, but the bot said “What are you working on?” (guide › project).',
    ]);
  });

  it('fails where the bot says nothing, and says why', () => {
    const chat = [...upToSize, me('stop'), bot(null), me('guide'), bot('Here is the guide'), me('guide')];

    expect(failures(workspace, testOf(chat))).toEqual([
      '9: Expected “Here is the guide”, but the bot said nothing. (route → silent: the contact said stop)',
    ]);
  });

  it('fails where the bot says more, naming who spoke', () => {
    const chat = [me('guide'), bot('Here is the guide'), me('a thesis')];

    expect(failures(workspace, testOf(chat))).toEqual([
      '2: After this the bot also said “What are you working on?” (guide › project).',
    ]);
  });

  it('fails where a silence is broken, and at the end', () => {
    const broken = testOf([...upToSize.slice(0, 3), silence(21 * 60 * minute)]);

    expect(failures(workspace, broken)).toEqual([
      '4: After this the bot also said “No hurry.” (guide › reminder).',
    ]);
    expect(failures(workspace, testOf([me('guide')]))[0]).toContain(
      'also said “Hi there! Here is the guide.”',
    );
  });

  it('fails where a choice is tapped that is not offered', () => {
    expect(failures(workspace, testOf([...upToSize, tap('Medium')]))).toEqual([
      '6: There is no “Medium” to tap; there is “Small”, “Large”.',
    ]);
    expect(failures(workspace, testOf([tap('Small')]))).toEqual([
      '1: There is no “Small” to tap; there is none at all.',
    ]);
  });

  it('does not count what was not sent as said, and says why it was not', () => {
    const late: FlowDefinition = {
      ...flow('late', [
        ask('1-ask', {
          patience: { within: 25 * 60 * minute, otherwise: [say('late', 'Still there?'), end('e')] },
        }),
      ]),
      start: [{ kind: 'keyword', phrases: ['late'], match: 'exact' }],
    };
    const chat = [me('late'), bot(null), silence(26 * 60 * minute), bot('Still there?')];

    expect(failures(workspaceOf([late]), testOf(chat))[0]).toMatch(
      /^4: .*nothing\. “Still there\?” was not sent: The reply window had closed/,
    );
    expect(failures(workspaceOf([late]), testOf(chat, [], { on: 'simulator' }))).toEqual([]);
  });

  it('fails where the channel cannot carry what is said', () => {
    const wide: FlowDefinition = {
      ...flow('wide', [
        ask('1-ask', { question: { text: ['?'], choices: [choice('x'.repeat(21))], retry: null } }),
      ]),
      start: [{ kind: 'keyword', phrases: ['wide'], match: 'exact' }],
    };

    expect(failures(workspaceOf([wide]), testOf([me('wide'), bot(null)]))).toEqual([
      `1: On instagram, the choice “${'x'.repeat(21)}” is too long: 21 of 20 characters.`,
    ]);
  });

  it('is not judged by its end', () => {
    const test = testOf([me('guide')], [{ kind: 'no_outcome' }]);

    expect(failures(workspace, test)).toHaveLength(1);
  });
});

describe('an expectation', () => {
  const unmet = (chat: readonly Line[], expectation: Unplaced<Expectation>): readonly string[] =>
    failures(workspace, testOf(chat, [expectation])).map((failure) => failure.replace(/^\d+: /, ''));
  const started = upToSize.slice(0, 3);

  it.each<[Unplaced<Expectation>, string]>([
    [{ kind: 'outcome', outcome: 'booked' }, 'Expected the outcome booked, but reached: delivered.'],
    [{ kind: 'no_outcome' }, 'Expected no outcome, but reached: delivered.'],
    [{ kind: 'handoff', team: null }, 'Expected a handoff, but the chat stayed with the bot.'],
    [
      { kind: 'consent', topic: 'weekly_tips', state: 'granted' },
      'Expected the consent to weekly_tips to be “granted”, but it is “unasked”.',
    ],
    [{ kind: 'tag', tag: 'vip' }, 'Expected the tag vip, but given: reader.'],
    [
      { kind: 'answer', name: 'project', value: 'shop' },
      'Expected the answer project to be “shop”, but there is none.',
    ],
    [
      { kind: 'field', name: 'topic', value: 'work' },
      'Expected the field topic to be “work”, but there is none.',
    ],
  ])('that is not met says what is so: %o', (expectation, message) => {
    expect(unmet(started, expectation)).toEqual([message]);
  });

  it('of a handoff is met by any team, or by the one that is named', () => {
    const toSales = [...upToSize, tap('Large'), bot('Sales will answer')];

    expect(unmet(toSales, { kind: 'handoff', team: null })).toEqual([]);
    expect(unmet(toSales, { kind: 'handoff', team: 'sales' })).toEqual([]);
    expect(unmet(toSales, { kind: 'handoff', team: 'support' })).toEqual([
      'Expected a handoff to support, but it went to sales.',
    ]);
    expect(unmet(toSales, { kind: 'no_handoff' })).toEqual([
      'Expected no handoff, but the chat was given to a person.',
    ]);
  });

  it('of an outcome is not met where nothing was reached', () => {
    expect(unmet([], { kind: 'outcome', outcome: 'booked' })).toEqual([
      'Expected the outcome booked, but none was reached.',
    ]);
  });

  it('of an answer is met by what was said last, also when the run is over', () => {
    const over = [...upToSize, me('guide'), bot(null), bot(null), me('a shop'), bot(null)];

    expect(unmet(over, { kind: 'answer', name: 'project', value: 'A shop' })).toEqual([]);
    expect(unmet(over, { kind: 'answer', name: 'project', value: 'a thesis' })).toEqual([
      'Expected the answer project to be “a thesis”, but it is “a shop”.',
    ]);
  });
});
