import { describe, expect, it } from 'vitest';
import type { SupportedChannel } from '../../src/core/channel.js';
import { noConsent } from '../../src/core/consent.js';
import { beginConversation } from '../../src/core/conversation.js';
import type { Basis } from '../../src/core/message.js';
import { maySend } from '../../src/core/permission.js';

const now = 1_790_000_000_000;

const stranger = (channel: SupportedChannel) =>
  beginConversation({ id: 'c', workspace: 'main', account: 'studio', channel, contactId: '501' }, noConsent);

const refusal = (channel: SupportedChannel, basis: Basis, wroteAt: number | null = null) =>
  maySend(
    { ...stranger(channel), lastContactAt: wroteAt },
    { basis, speaker: { kind: 'system', rule: 'any' }, epoch: 0 },
    now,
  );

const comment = { commentId: 'k', until: now + 1 };

describe.each(['x', 'telegram'] as const)('who has never written to us on %s', (channel) => {
  it.each<[Basis, string]>([
    [{ kind: 'reply_window' }, 'window_closed'],
    [{ kind: 'confirmation', of: 'help' }, 'window_closed'],
    [{ kind: 'person' }, 'window_closed'],
    [{ kind: 'private_reply', ...comment }, 'channel_cannot'],
    [{ kind: 'public_reply', commentId: 'k' }, 'channel_cannot'],
    [{ kind: 'template', topic: null }, 'channel_cannot'],
    [{ kind: 'human_agent' }, 'basis_missing'],
  ])('is not written to by %o', (basis, why) => {
    expect(refusal(channel, basis)).toBe(why);
  });

  it('is answered once they have, at any time', () => {
    expect(refusal(channel, { kind: 'reply_window' }, now - 365 * 86_400_000)).toBeNull();
  });
});
