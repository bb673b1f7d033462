import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities, channelNames } from '../../src/core/channel.js';
import { bytes, characters, measureText } from '../../src/core/channel-capabilities.js';
import {
  flowOfPayload,
  flowPayload,
  isShortForm,
  shortenPayload,
  shortFormOf,
  typedPayload,
  wordsOfPayload,
} from '../../src/core/payload.js';

describe('a payload', () => {
  it('stays as it is where it fits', () => {
    expect(shortenPayload('start:guide', bytes(64))).toBe('start:guide');
    expect(shortenPayload('x'.repeat(64), bytes(64))).toBe('x'.repeat(64));
  });

  it('becomes a short form where it does not, counted as the channel counts', () => {
    const payload = `order#size#${'ü'.repeat(30)}`;
    expect(shortenPayload(payload, characters(64))).toBe(payload);
    expect(shortenPayload(payload, bytes(64))).toBe(shortFormOf(payload));
    expect(isShortForm(shortFormOf(payload))).toBe(true);
  });

  it('has one short form, the same for ever', () => {
    expect(shortFormOf('order#size#extra_large')).toBe('~1gju4gv01bi2qa');
  });

  it('of typed words becomes the word that they stand on the button', () => {
    const words = 'x'.repeat(90);
    expect(shortenPayload(typedPayload(words), bytes(64))).toBe('say~');
    expect(wordsOfPayload('say~', words)).toBe(words);
    expect(wordsOfPayload(typedPayload('hi'), 'Hello')).toBe('hi');
    expect(wordsOfPayload('order#size#small', 'Small')).toBeNull();
  });

  it('of a flow names it', () => {
    expect(flowOfPayload(flowPayload('guide'))).toBe('guide');
    expect(flowOfPayload('GET_GUIDE')).toBeNull();
  });

  it('fits every channel, and differs from every other', () => {
    const payloads = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(payloads, fc.constantFrom(...channelNames), (all, channel) => {
        const limit = capabilities[channel].buttons.payload;
        const sent = all.map((value) => shortenPayload(`flow#step#${value}`, limit));
        expect(new Set(sent).size).toBe(all.length);
        for (const payload of sent) expect(measureText(payload, limit)).toBeLessThanOrEqual(limit.size);
      }),
    );
  });
});
