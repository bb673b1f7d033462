import { sales, tips } from './brand.js';
import {
  answer,
  ask,
  askConsent,
  coupon,
  end,
  flow,
  handoff,
  keyword,
  lookup,
  outcome,
  postback,
  ref,
  say,
} from './flows.js';

/** Gives something, then asks an open question. */
export const guide = flow(
  'guide',
  [keyword('guide', 'growth guide'), ref('guide'), postback('GET_GUIDE')],
  say('Here is the guide.'),
  outcome('delivered'),
  ask('project', 'What are you working on?', { save: 'project', otherwise: [end] }),
  say('Good luck with ', answer('project'), '!'),
);

/** Asks a question with choices, up to three times. */
export const order = flow(
  'order',
  [keyword('order')],
  ask('size', 'Which size?', {
    choices: ['Small', 'Extra large', 'Cancel'],
    save: 'size',
    tries: 3,
    otherwise: [say('Let me get someone.'), handoff(sales, 'Did not choose a size.')],
    branches: { cancel: [say('Nothing ordered.'), end] },
  }),
  say('One ', answer('size'), ', noted.'),
  outcome('ordered'),
);

/** Asks for consent to a topic. */
export const newsletter = flow(
  'newsletter',
  [keyword('tips')],
  askConsent(tips, { yes: [say('Lovely.')], no: [say('All right.')], otherwise: [end] }),
  outcome('asked'),
);

/** Hands over at once. */
export const consultation = flow(
  'consultation',
  [keyword('consultation')],
  say('Good idea.'),
  handoff(sales, 'Wants a consultation.'),
);

/** Asks two questions, and has a word for those who take their time. */
export const patient = flow(
  'patient',
  [keyword('patient')],
  ask('first', 'First?', { within: 60 * 60_000, otherwise: [say('No hurry.')] }),
  ask('second', 'Second?', { within: 60 * 60_000, otherwise: [say('Another time.'), end] }),
  outcome('done'),
);

/** Looks an order up, and makes up for a late one with a code. */
export const tracking = flow(
  'tracking',
  [keyword('order status')],
  ask('number', 'Which order?', { save: 'number' }),
  lookup('order_status', {
    inputs: { order: [answer('number')] },
    keeps: { status: 'order_status' },
    found: [say('It is ', answer('order_status'), '.')],
    notFound: [say('I do not know that order.'), end],
    failed: [say('I cannot look it up.'), handoff(sales, 'Order ', answer('number'))],
  }),
  coupon('sorry', [say('No code is left.'), end]),
  say('For your patience: ', answer('coupon')),
  outcome('answered'),
);
