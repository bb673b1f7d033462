import { describe, expect, it } from 'vitest';
import type { ParsedContent } from '../../src/channels/channel.js';
import { isStop } from '../../src/engine/stop-updates.js';

const about = { channel: 'instagram', accountId: '1001', contactId: 'ada', key: 'k' } as const;

function message(text: string, quickReply: string | null = null): ParsedContent {
  return {
    kind: 'messageReceived',
    ...{ occurredAt: 0, platformMessageId: 'm', text, quickReply },
    ...{ storyReply: null, replyTo: null, referral: null, attachments: [] },
  };
}

describe('what goes before all others', () => {
  it.each(['STOP', 'stop!', 'please stop messaging me', 'Abmelden'])('is "%s"', (text) => {
    expect(isStop({ ...about, content: message(text) })).toBe(true);
  });

  it.each(['guide', 'START', 'do not stop', 'where is the bus stop'])('is not "%s"', (text) => {
    expect(isStop({ ...about, content: message(text) })).toBe(false);
  });

  it('is no tap on a choice, whatever its title', () => {
    expect(isStop({ ...about, content: message('STOP', 'choice_2') })).toBe(false);
  });

  it('is the wish to get no more of it, said in the settings of the platform', () => {
    const changed = { kind: 'preferenceChanged', occurredAt: 0, token: null } as const;
    expect(isStop({ ...about, content: { ...changed, change: 'stop' } })).toBe(true);
    expect(isStop({ ...about, content: { ...changed, change: 'resume' } })).toBe(false);
  });
});
