import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../platforms/whatsapp-payloads.js';
import { ada, minuteAgo as at, parseMessage, skipOne } from './parsing.js';

const id = 'wamid.QURB';

const received = (type: string, body: unknown) => parseMessage(ada.sends(type, body, { id, at })).content;

describe('afterthoughts', () => {
  it('a reaction is a reaction', () => {
    expect(parseMessage(ada.reacts('wamid.T1VS', '👍', { id, at }))).toMatchObject({
      key: `message:${id}`,
      content: { kind: 'reactionChanged', occurredAt: at, platformMessageId: 'wamid.T1VS', reaction: '👍' },
    });
  });

  it.each([[{ message_id: 'wamid.T1VS' }], [{ message_id: 'wamid.T1VS', emoji: '' }]])(
    'a reaction without an emoji is taken back',
    (body) => {
      expect(received('reaction', body)).toMatchObject({ platformMessageId: 'wamid.T1VS', reaction: null });
    },
  );

  it('an edit has new words for an older message', () => {
    expect(parseMessage(ada.edits('wamid.T0xE', 'STOP', { id, at }))).toMatchObject({
      key: `message:${id}`,
      content: { kind: 'messageEdited', platformMessageId: 'wamid.T0xE', text: 'STOP', edition: at / 1000 },
    });
  });

  it('an edit of a caption has words, one of a picture alone has none and overwrites nothing', () => {
    const edit = (image: object) =>
      received('edit', { original_message_id: 'wamid.T0xE', message: { type: 'image', image } });
    expect(edit({ id: '1', caption: 'better' })).toMatchObject({ kind: 'messageEdited', text: 'better' });
    expect(edit({ id: '1' })).toMatchObject({ kind: 'platformNoticed', type: 'edit' });
  });

  it('a message that is taken back is unsent', () => {
    expect(parseMessage(ada.takesBack('wamid.T0xE', { id, at }))).toMatchObject({
      key: `message:${id}`,
      content: { kind: 'messageUnsent', occurredAt: at, platformMessageId: 'wamid.T0xE' },
    });
  });

  it.each(['reaction', 'edit', 'revoke'])('about no message are skipped: %s', (type) => {
    expect(skipOne(messagesOf([ada], ada.sends(type, {})))).toMatch(/no message$/);
  });

  it('the first opening of a chat is kept', () => {
    expect(received('request_welcome', undefined)).toMatchObject({
      kind: 'platformNoticed',
      type: 'request_welcome',
    });
  });
});
