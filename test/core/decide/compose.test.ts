import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities, channelNames } from '../../../src/core/channel.js';
import type { ChannelCapabilities } from '../../../src/core/channel-capabilities.js';
import { compose, numberedIn } from '../../../src/core/decide/compose.js';
import { mediaKinds } from '../../../src/core/message.js';
import type { Card, Media, MessageButton } from '../../../src/core/message.js';
import { expectFit } from '../world/fit.js';

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
  media: { ...messenger.media, kinds: [] },
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
      media: {
        ...messenger.media,
        kinds: mediaKinds,
        caption: { size: 10, unit: 'characters' },
        captioned: mediaKinds,
      },
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
    const long: MessageButton = { kind: 'postback', title: 'Long', payload: `start:${'x'.repeat(300)}` };
    const button = fc.constantFrom(start, call, long, { kind: 'link', link } as const);
    const reply = fc.constantFrom(yes, { title: 'No', payload: `flow#step#${'ü'.repeat(120)}` });
    const said = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 3_000 }),
      link: fc.constantFrom(null, link),
      buttons: fc.array(button, { maxLength: 5 }),
      media: fc.constantFrom(null, ...mediaKinds.map((kind) => ({ ...media, kind }))),
      cards: fc.array(fc.constantFrom(card, { ...card, button: null }, { ...card, button: long }), {
        maxLength: 25,
      }),
      quickReplies: fc.array(reply, { maxLength: 15 }),
      listLabel: fc.constant('Choose'),
    });
    fc.assert(
      fc.property(said, fc.constantFrom(...channelNames), (one, channel) => {
        for (const body of compose(one, capabilities[channel])) expectFit(body, channel);
      }),
      { numRuns: 200 },
    );
  });
});

describe('answers that are offered', () => {
  const { whatsapp, x, telegram } = capabilities;
  const replies = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ title: `T${index}`, payload: `p${index}` }));

  it('stand as a numbered list in the text where the channel has no quick replies', () => {
    const said = { text: 'Which?', quickReplies: replies(2) };
    expect(compose(said, x)).toEqual([{ text: 'Which?\n1. T0\n2. T1' }]);
    expect(numberedIn(said, x)).toEqual(replies(2));
  });

  it('stand so where they are more than fit', () => {
    const said = { text: 'Which?', quickReplies: replies(14) };
    const [body] = compose(said, messenger);
    expect(body?.quickReplies).toBeUndefined();
    expect(body?.text.split('\n').at(-1)).toBe('14. T13');
    expect(numberedIn({ ...said, quickReplies: replies(13) }, messenger)).toEqual([]);
  });

  it('stand so beside a link, buttons or cards where those do not mix', () => {
    const quickReplies = [yes];
    expect(compose({ text: 'Look', link, quickReplies }, whatsapp)).toEqual([{ text: 'Look\n1. Yes', link }]);
    expect(compose({ text: 'Look', buttons: [start], quickReplies }, whatsapp)).toEqual([
      { text: 'Look\n1. Yes', buttons: [start] },
    ]);
    expect(compose({ text: 'Look', cards: [card], quickReplies }, whatsapp).at(-1)).toEqual({
      text: '1. Yes',
    });
  });

  it('are buttons up to three on WhatsApp, and a list that opens by a label from four on', () => {
    const said = { text: 'Which?', listLabel: 'A label that is far too long' };
    expect(compose({ ...said, quickReplies: replies(3) }, whatsapp)[0]?.listLabel).toBeUndefined();
    expect(compose({ ...said, quickReplies: replies(4) }, whatsapp)).toEqual([
      { text: 'Which?', quickReplies: replies(4), listLabel: 'A label that is far' },
    ]);
  });

  it('do not stand under a medium on WhatsApp, whose message is then one of its own', () => {
    expect(compose({ text: 'Look', media, quickReplies: [yes] }, whatsapp)).toEqual([
      { text: '', media },
      { text: 'Look', quickReplies: [yes] },
    ]);
    expect(compose({ text: 'Look', media, quickReplies: [yes] }, telegram)).toEqual([
      { text: 'Look', media, quickReplies: [yes] },
    ]);
    expect(compose({ text: '', media, quickReplies: [yes] }, whatsapp)).toEqual([{ text: '1. Yes', media }]);
  });

  it('are none where nothing is said', () => {
    expect(compose({ text: '', quickReplies: [yes] }, x)).toEqual([]);
    expect(numberedIn({ text: ' ', quickReplies: [yes] }, x)).toEqual([]);
  });
});

describe('links and buttons that do not mix', () => {
  const { whatsapp, x } = capabilities;
  const other: MessageButton = { kind: 'link', link: { ...link, label: 'Other' } };

  it('go in that order: what has no place is said in words, or in the list', () => {
    expect(compose({ text: 'Look', link, buttons: [start, call, other] }, whatsapp)).toEqual([
      {
        text: 'Look\nCall us: +4930123456\nOther: https://example.com\n1. Start',
        link,
      },
    ]);
    expect(compose({ text: 'Look', buttons: [start, other] }, whatsapp)).toEqual([
      { text: 'Look\n1. Start', buttons: [other] },
    ]);
    expect(
      compose({ text: 'Look', buttons: [start, start, start, start] }, whatsapp)[0]?.buttons,
    ).toHaveLength(3);
  });

  it('are told or numbered where there are no buttons, but a link keeps its address for the channel to write', () => {
    expect(compose({ text: 'Look', link, buttons: [start] }, x)).toEqual([{ text: 'Look\n1. Start', link }]);
  });
});
