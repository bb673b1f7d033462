import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderInstagram } from '../../../src/channels/instagram/render.js';
import { renderMessenger } from '../../../src/channels/messenger/render.js';
import { capabilities } from '../../../src/core/channel.js';
import { compose, type Composition } from '../../../src/core/decide/compose.js';
import type { Basis, Card, MessageButton } from '../../../src/core/message.js';
import { faultIn, sends } from '../../platforms/meta-schemas.js';

const words = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((text) => text.trim() || 'x');
const payload = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1500 });
const link = fc.record({
  label: words(60),
  code: fc.constant('c0de'),
  target: fc.constant('https://example.com/guide'),
});
const button: fc.Arbitrary<MessageButton> = fc.oneof(
  link.map((to) => ({ kind: 'link', link: to }) as const),
  fc.record({ kind: fc.constant('postback' as const), title: words(60), payload }),
  fc.record({ kind: fc.constant('call' as const), title: words(60), phone: fc.constant('+4930123456') }),
);
const picture = fc.constant('https://example.com/shop.png');
const card: fc.Arbitrary<Card> = fc.record({
  title: words(120),
  text: fc.oneof(fc.constant(''), words(120)),
  image: fc.option(picture, { nil: null }),
  button: fc.option(button),
});

/** Anything at all that a flow can say. */
const composition: fc.Arbitrary<Composition> = fc.record({
  text: fc.oneof(fc.constant(''), words(3000)),
  link: fc.option(link, { nil: null }),
  buttons: fc.array(button, { maxLength: 5 }),
  quickReplies: fc.array(fc.record({ title: words(60), payload }), { maxLength: 15 }),
  media: fc.option(
    fc.record({
      kind: fc.constantFrom('image', 'video', 'audio', 'file'),
      url: picture,
      alt: fc.oneof(fc.constant(''), words(50)),
    }),
    { nil: null },
  ),
  cards: fc.array(card, { maxLength: 12 }),
});

const basis = fc.constantFrom<Basis>(
  { kind: 'reply_window' },
  { kind: 'confirmation', of: 'stop' },
  { kind: 'person' },
  { kind: 'human_agent' },
  { kind: 'person_after_stop', answers: 'event_1' },
  { kind: 'private_reply', commentId: 'c_1', until: 1 },
);
const byToken: Basis = { kind: 'marketing_token', topic: 'tips', token: 'TOKEN', until: 1 };

describe.each([
  ['instagram', renderInstagram],
  ['messenger', renderMessenger],
] as const)('payloads on %s', (channel, render) => {
  it('are at most a thousand characters long, wherever they stand', () => {
    const long = 'p'.repeat(1_001);
    const start: MessageButton = { kind: 'postback', title: 'Start', payload: long };
    const said: Composition = {
      text: 'Look',
      buttons: [start],
      cards: [{ title: 'One', text: '', image: null, button: start }],
      quickReplies: [{ title: 'Yes', payload: long }],
    };
    const requests = compose(said, capabilities[channel]).map((body) =>
      render(
        { reference: 'm', body, basis: { kind: 'reply_window' }, linkBase: 'https://dm.example/l/' },
        '901',
      ),
    );
    const payloads = [...JSON.stringify(requests).matchAll(/"payload":"([^"]*)"/g)].map(
      ([, one]) => one!.length,
    );
    expect(payloads).toHaveLength(3);
    expect(Math.max(...payloads)).toBeLessThanOrEqual(1_000);
    expect(requests.map((request) => faultIn(sends[channel], request))).toEqual(requests.map(() => null));
  });
});

describe.each([
  ['instagram', renderInstagram, basis],
  ['messenger', renderMessenger, fc.oneof(basis, fc.constant(byToken))],
] as const)('whatever a flow says on %s', (channel, render, bases) => {
  it('becomes requests that the platform’s documents allow', () => {
    fc.assert(
      fc.property(composition, bases, (said, why) => {
        for (const body of compose(said, capabilities[channel])) {
          const message = { reference: 'msg_1', body, basis: why, linkBase: 'https://dm.example/l/' };
          expect(faultIn(sends[channel], render(message, '901'))).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});
