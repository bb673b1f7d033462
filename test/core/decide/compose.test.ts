import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../../src/core/channel.js';
import type { ChannelCapabilities } from '../../../src/core/channel-capabilities.js';
import { compose } from '../../../src/core/decide/compose.js';
import { mediaKinds } from '../../../src/core/message.js';
import type { Card, Media, MessageButton } from '../../../src/core/message.js';
import { findMisfits } from '../../../src/flow/transcript/channel-fit.js';

const { instagram, messenger } = capabilities;
const link = { label: 'See it', code: 'c1', target: 'https://example.com' };
const media: Media = { kind: 'image', url: 'https://example.com/a.png', alt: 'Our shop' };
const start: MessageButton = { kind: 'postback', title: 'Start', payload: 'start:guide' };
const call: MessageButton = { kind: 'call', title: 'Call us', phone: '+4930123456' };
const card: Card = { title: 'One', text: 'The first', image: media.url, button: start };
const yes = { title: 'Yes', payload: 'say:Yes' };

/** A channel that has words, and nothing else. */
const plain: ChannelCapabilities = {
  ...messenger,
  buttons: { ...messenger.buttons, most: 0, canCall: false },
  cards: { ...messenger.cards, most: 0 },
  media: { kinds: [], caption: null, captioned: [] },
  typing: 0,
};

describe('what is said', () => {
  it('is the medium, the text with its buttons, and the cards, in messages of their own', () => {
    const said = {
      text: 'Look',
      link,
      buttons: [start],
      media,
      cards: [card],
      quickReplies: [yes],
      typing: 2_000,
    };
    expect(compose(said, messenger)).toEqual([
      { text: '', media, typing: 2_000 },
      { text: 'Look', link, buttons: [start] },
      { text: '', cards: [card], quickReplies: [yes] },
    ]);
  });

  it('is one message where the channel has captions, and the text fits into one', () => {
    const captions = {
      ...messenger,
      media: { kinds: mediaKinds, caption: { size: 10, unit: 'characters' }, captioned: mediaKinds },
    } as const;
    expect(compose({ text: 'Look', media }, captions)).toEqual([{ text: 'Look', media }]);
    expect(compose({ text: 'Look at this', media }, captions)).toEqual([
      { text: '', media },
      { text: 'Look at this' },
    ]);
    expect(compose({ text: 'Look', media, buttons: [start] }, captions)).toHaveLength(2);
  });

  it('is told in words where the channel has nothing else', () => {
    expect(
      compose({ text: 'Look', buttons: [start, call], media, cards: [card], typing: 2_000 }, plain),
    ).toEqual([
      { text: 'Look\n• Start\nCall us: +4930123456\nOur shop: https://example.com/a.png' },
      { text: '1. One\nThe first\n• Start\nOne: https://example.com/a.png' },
    ]);
  });

  it('writes the number out where no button can call', () => {
    expect(compose({ text: 'Talk to us', buttons: [call, start] }, instagram)).toEqual([
      { text: 'Talk to us\nCall us: +4930123456', buttons: [start] },
    ]);
    expect(compose({ text: 'Talk to us', cards: [{ ...card, button: call }] }, instagram)[1]?.cards).toEqual([
      { ...card, text: 'The first\nCall us: +4930123456', button: null },
    ]);
  });

  it('is several rows of cards where one does not hold them', () => {
    const counts = compose({ text: '', cards: Array.from({ length: 12 }, () => card) }, messenger);
    expect(counts.map(({ cards }) => cards?.length)).toEqual([10, 2]);
  });

  it('keeps typing no longer than the channel shows it', () => {
    expect(compose({ text: 'Hi', typing: 60_000 }, messenger)).toEqual([{ text: 'Hi', typing: 20_000 }]);
  });

  it('makes no message of nothing', () => {
    expect(compose({ text: '', quickReplies: [yes], buttons: [start], typing: 1_000 }, messenger)).toEqual(
      [],
    );
  });

  it('fits its channel, whatever goes with it', () => {
    const button = fc.constantFrom(start, call, { kind: 'link', link } as const);
    const said = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 3_000 }),
      link: fc.constantFrom(null, link),
      buttons: fc.array(button, { maxLength: 5 }),
      media: fc.constantFrom(null, ...mediaKinds.map((kind) => ({ ...media, kind }))),
      cards: fc.array(fc.constantFrom(card, { ...card, button: null }), { maxLength: 25 }),
      quickReplies: fc.array(fc.constant(yes), { maxLength: 13 }),
    });
    fc.assert(
      fc.property(said, fc.constantFrom('instagram', 'messenger', 'simulator'), (one, channel) => {
        const misfits = compose(one, capabilities[channel]).flatMap((body) => findMisfits(body, channel));
        expect(misfits).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
