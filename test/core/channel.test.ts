import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capabilities, channelNames, type SupportedChannel } from '../../src/core/channel.js';
import { measureText } from '../../src/core/channel-capabilities.js';

const inBytes = { size: 1_000, unit: 'bytes' } as const;
const inCharacters = { size: 1_000, unit: 'characters' } as const;

describe('the size of a text', () => {
  it.each([
    ['', 0, 0],
    ['abc', 3, 3],
    ['é', 2, 1],
    ['€', 3, 1],
    ['👍', 4, 2],
    ['👩‍👩‍👧', 18, 8],
  ])('of %j is %i bytes or %i characters', (text, bytes, characters) => {
    expect(measureText(text, inBytes)).toBe(bytes);
    expect(measureText(text, inCharacters)).toBe(characters);
  });

  it('in bytes is what UTF-8 takes, also for a lone surrogate, which becomes U+FFFD', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(measureText(text, inBytes)).toBe(encoder.encode(text).length);
      }),
    );
    expect(measureText('\ud83d', inBytes)).toBe(encoder.encode('\ud83d').length);
  });
});

describe('a channel', () => {
  it('whose texts are counted in bytes is Instagram, whose payloads are is Telegram', () => {
    const counting = (unitOf: (channel: SupportedChannel) => string) =>
      channelNames.filter((channel) => unitOf(channel) === 'bytes');

    expect(counting((channel) => capabilities[channel].text.unit)).toEqual(['instagram']);
    expect(counting((channel) => capabilities[channel].quickReplies.payload.unit)).toEqual(['telegram']);
    expect(counting((channel) => capabilities[channel].buttons.payload.unit)).toEqual(['telegram']);
  });
});
