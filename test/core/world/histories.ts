import fc from 'fast-check';
import { sales, tips } from './brand.js';
import {
  after,
  answer,
  ask,
  askConsent,
  comment,
  contact,
  containedKeyword,
  end,
  flow,
  goToFlow,
  goToStep,
  handoff,
  keyword,
  optOut,
  outcome,
  postback,
  rate,
  ref,
  run,
  say,
  sayWithLink,
  set,
  storyReply,
  tag,
  test,
  when,
} from './flows.js';
import * as happenings from './happenings.js';
import { deedsInTheInbox } from './inbox-deeds.js';
import { tracking } from './studio.js';
import { day, hour, minute, second, type World } from './world.js';

const link = { name: 'guide', label: 'Get the guide', target: 'https://example.com/guide' };

/** Everything a flow can do, in few flows that lead to each other. */
export function houseOfFlows(edition = '') {
  return [
    tracking,
    flow(
      'guide',
      [keyword('guide', 'growth guide'), ref('guide'), postback('GET_GUIDE')],
      say('Hi ', contact('first_name', 'there'), edition, '!'),
      sayWithLink(link, 'Here is the guide.'),
      outcome('delivered'),
      ask('project', 'What are you working on?', { save: 'project', otherwise: [end] }),
      set('project', answer('project')),
      when(
        test({ kind: 'answer', name: 'project' }, { kind: 'has_word', words: ['shop'] }),
        [handoff(sales, 'Runs ', answer('project'))],
        [run('newsletter'), say('Back with ', answer('project'), '.')],
      ),
    ),
    flow(
      'newsletter',
      [keyword('tips')],
      askConsent(tips, {
        yes: [say('Lovely.'), tag('reader')],
        within: 2 * hour,
        otherwise: [say('Never mind.'), goToFlow('menu')],
      }),
    ),
    flow(
      'menu',
      [containedKeyword('menu'), storyReply],
      ask('what', `What next?${edition}`, {
        choices: ['Guide', 'Tips', 'Cancel', 'Stop'],
        tries: 2,
        within: hour,
        branches: {
          guide: [goToFlow('guide')],
          tips: [goToFlow('newsletter')],
          cancel: [say('As you like.'), goToStep('what')],
          stop: [optOut('all')],
        },
        otherwise: [handoff()],
      }),
    ),
    flow(
      'check_in',
      [
        after('delivered', 3 * hour, ['round']),
        comment(['guide'], { publicReplies: ['Sent!', 'Check your messages.'] }),
      ],
      say('Did it help, ', contact('first_name', 'friend'), '?'),
      outcome('asked'),
      ask('help', 'What else?', { within: hour }),
    ),
    flow('circle', [keyword('circle')], say('Round.'), outcome('round'), goToStep('1-say')),
    flow(
      'vain',
      [keyword('vain')],
      when(test({ kind: 'office_hours' }, { kind: 'is', value: 'yes' }), [say('Hm.')]),
    ),
    flow('leave', [keyword('leave')], say('Bye.'), optOut(tips.name), optOut('all')),
    flow('thanks', [], rate('How was that?', [say('Thank you!'), end], [say('We will do better.')])),
  ];
}

/** STOP and people end everything else, so they are rare here, and the ways back are not. */
const texts = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.constantFrom(
      ...['guide', 'Guide!! 🙏', 'tips', 'the menu, please', 'circle', 'vain', 'leave'],
      ...['order status', 'order status'],
      ...['yes', 'yes please', 'no', 'ja', 'Cancel', 'my shop', 'my thesis', 'my thesis', 'help'],
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('START', 'start again') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('stop', 'STOP!', 'please stop messaging me', 'abmelden', 'agent', 'Mensch'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '🎉', "don't stop", '{{answer.project}}', 'ä'.repeat(1200), '\ud83d'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

const delays = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(second, minute, 3 * hour, 25 * hour, 6 * day) },
);

const failures = [
  ...(['retries_exhausted', 'invalid', 'window', 'unreachable', 'optout', 'auth', 'policy'] as const),
  ...(['marketing_optout', 'withheld'] as const),
];

/** Something that can happen to a world; plain data, so that a counterexample can be read. */
const acts = fc.oneof(
  { weight: 16, arbitrary: fc.record({ act: fc.constant('writes' as const), text: texts, ago: delays }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('taps' as const), which: fc.nat(20), ago: delays }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('waits' as const), for: durations() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('isDownFor' as const), for: durations() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('fires' as const), which: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('sends' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('tellsProfile' as const), name: fc.constantFrom('Ada', null) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('tellsLookup' as const),
      result: fc.constantFrom(...(['found', 'not_found', 'failed'] as const)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('tellsCoupon' as const), code: fc.constantFrom('A1', null) }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('handsBack' as const), flow: anyFlow() }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('serves' as const), edition: fc.constantFrom('', ' again') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('loses' as const), flow: fc.constantFrom('guide', 'menu') }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ act: fc.constant('happens' as const), what: otherHappenings(), ago: delays }),
  },
);

function durations() {
  return fc.constantFrom(second, 5 * second, minute, hour, 2 * hour, 20 * hour, 30 * hour, 3 * day);
}

function anyFlow() {
  return fc.constantFrom(null, 'guide', 'menu', 'circle', 'unknown');
}

function otherHappenings(): fc.Arbitrary<happenings.Happening> {
  const person = fc.constantFrom('Mia', 'Tom');
  return fc.oneof<fc.Arbitrary<happenings.Happening>[]>(
    fc.constantFrom(
      happenings.pressed('GET_GUIDE', 'Get started'),
      happenings.pressed('UNKNOWN', 'Stop'),
      happenings.followed('guide'),
      happenings.followed('unknown'),
      happenings.commented('The guide, please', 'post.1'),
      happenings.commented('guide!', 'post.2', { commentId: 'comment.2' }),
      happenings.commented('guide', null, { commentId: 'comment.3', parentId: 'comment.2' }),
      happenings.broughtByAd('ad.1'),
      happenings.mentionedInStory(),
      happenings.storyAnswered('nice'),
      happenings.storyAnswered('yes'),
      happenings.attached(),
      happenings.echoed('Hello, Tom here.'),
      happenings.echoed('Ours.', 'message'),
      happenings.reacted('❤️'),
      happenings.reacted(null),
      happenings.observed('guide', true),
      happenings.observed('stop', true),
      happenings.observed('We are on it.', false),
      happenings.pluggedIn('guide'),
      happenings.pluggedIn(null),
      happenings.optedIn(tips.name),
      happenings.optedIn('topic:nothing'),
      happenings.preferred('stop'),
      happenings.preferred('stop', 'token.1'),
      happenings.preferred('resume'),
      happenings.blocked(false),
      happenings.blocked(true),
      happenings.threadGiven('us'),
      happenings.threadGiven('other'),
      happenings.threadGiven('idle'),
      happenings.commentBecame('removed'),
      happenings.commentBecame('hidden', 'comment.2'),
      happenings.commentBecame('edited', 'comment.2', 'stop messaging me'),
      happenings.reported({ kind: 'accepted' }),
      happenings.reported({ kind: 'failed', failure: 'unreachable', explanation: 'gone' }),
    ),
    texts.map((text) => ({ kind: 'messageEdited', platformMessageId: 'm', text, edition: 1 })),
    fc.constantFrom(...failures).map((failure) => ({ kind: 'sendFailed', messageId: 'm', failure })),
    fc.constant({ kind: 'decisionFailed', failedEventId: 'poison' }),
    person.map((who) => ({ kind: 'personTookOver', person: who })),
    person.map((who) => ({ kind: 'personReplied', person: who, text: 'How can I help?' })),
    ...deedsInTheInbox(),
    fc
      .constantFrom('all', tips.name)
      .map((purpose) => ({ kind: 'withdrawalReported', person: 'Mia', purpose })),
    fc.constant({ kind: 'outcomeReported', outcome: 'sold', source: 'shop', value: 1, currency: 'EUR' }),
    fc.constantFrom('messagesDelivered' as const, 'messagesRead' as const).map((kind) => ({
      kind,
      platformMessageIds: ['m'],
      upTo: 1,
    })),
    fc.constant({ kind: 'messageUnsent', platformMessageId: 'm' }),
  );
}

type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

export const histories = fc.array(acts, { minLength: 1, maxLength: 30, size: 'max' });

/** Lets an act happen; one that cannot, such as a tap where there is no button, is passed over. */
export function play(world: World, act: Act): void {
  switch (act.act) {
    case 'writes':
      return world.writes(act.text, act);
    case 'taps': {
      const buttons = world.messages.flatMap(({ body }) => body.quickReplies ?? []);
      const button = buttons.at(-1 - (act.which % Math.max(1, buttons.length)));
      if (button !== undefined) world.happens(happenings.tapped(button.title, button.payload), act);
      return;
    }
    case 'waits':
      return world.waits(act.for);
    case 'isDownFor':
      return world.isDownFor(act.for);
    case 'fires': {
      const timers = world.effects.flatMap((one) => (one.kind === 'scheduleTimer' ? [one.timer.id] : []));
      const forgotten = timers.filter((id) => !world.timers.has(id));
      const timer = forgotten.at(act.which % Math.max(1, forgotten.length));
      if (timer !== undefined) world.fires(timer);
      return;
    }
    case 'sends':
      world.sends();
      return;
    case 'tellsProfile':
      if (world.effects.some(({ kind }) => kind === 'fetchProfile')) world.tellsProfile(act.name);
      return;
    case 'tellsLookup':
      if (world.effects.some(({ kind }) => kind === 'lookUp'))
        world.tellsLookup(act.result, { status: 'shipped' });
      return;
    case 'tellsCoupon':
      if (world.effects.some(({ kind }) => kind === 'drawCoupon')) world.tellsCoupon(act.code);
      return;
    case 'handsBack':
      return world.handsBack(act.flow);
    case 'serves':
      return world.serves(...houseOfFlows(act.edition));
    case 'loses':
      return world.brand.lose(act.flow);
    case 'happens':
      return world.happens(act.what, act);
  }
}
