import { describe, expect, it } from 'vitest';
import { minuteAgo, parseOne, skipOne, threads } from './parsing.js';

const at = { at: minuteAgo };

describe.each(threads)('an echo on %s', (channel, them) => {
  it('belongs to the thread of its recipient, and never looks like a message of theirs', () => {
    const echo = them.personElsewhereSays('We are open till six', {
      mid: 'm_2',
      ...at,
      extra: { app_id: 26390203743090, metadata: 'msg_7' },
    });
    expect(parseOne(them, echo)).toEqual({
      channel,
      accountId: them.account.id,
      contactId: them.contactId,
      key: 'echo:m_2',
      content: {
        kind: 'messageEchoed',
        occurredAt: minuteAgo,
        platformMessageId: 'm_2',
        text: 'We are open till six',
        appId: '26390203743090',
        metadata: 'msg_7',
        ownMessageId: null,
      },
    });
  });

  it.each([26390203743090, '263902037430900', 1217981644879628])(
    'tells that an inbox of Meta’s wrote it: %s',
    (app_id) => {
      const echo = them.personElsewhereSays('We are open till six', { extra: { app_id } });
      expect(parseOne(them, echo).content).toMatchObject({
        kind: 'messageEchoed',
        appId: String(app_id),
        ownMessageId: null,
      });
    },
  );

  it('is read where its attachments have numbers for ids', () => {
    const attachments = [{ type: 'image', payload: { attachment_id: 2457235337685388 } }];
    const echo = them.personElsewhereSays('', { extra: { attachments, text: undefined } });
    expect(parseOne(them, echo).content).toMatchObject({ kind: 'messageEchoed', text: '' });
  });

  it('is skipped where the account writes to itself, which is no conversation', () => {
    const own = { id: them.account.id };
    const toItself = { ...them.says('test'), sender: own, recipient: own };
    const marked = them.personElsewhereSays('test', { extra: { is_self: true } });
    expect(skipOne(them, toItself)).toBe('the account writes to itself');
    expect(skipOne(them, marked)).toBe('the account writes to itself');
  });

  it('has its key apart from the message of the same id', () => {
    const echo = parseOne(them, them.personElsewhereSays('x', { mid: 'm_1' }));
    const message = parseOne(them, them.says('x', { mid: 'm_1' }));
    expect(echo.key).not.toBe(message.key);
  });

  it('is known by its sender where it is not marked', () => {
    const item = { ...them.says('x'), sender: { id: them.account.id }, recipient: { id: them.contactId } };
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'messageEchoed' },
    });
  });

  it('is known by its mark where no sender is named', () => {
    const { sender: _, ...item } = them.personElsewhereSays('x');
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'messageEchoed' },
    });
  });

  it('is unsent by our side, and not kept either', () => {
    const unsent = them.personElsewhereSays('x', { mid: 'm_2', ...at, extra: { is_deleted: true } });
    expect(parseOne(them, unsent)).toMatchObject({
      contactId: them.contactId,
      key: 'unsent:m_2',
      content: { kind: 'messageUnsent', occurredAt: minuteAgo, platformMessageId: 'm_2' },
    });
  });

  it.each([
    ['reaction', { mid: 'm_2', action: 'react', emoji: '❤' }, 'own_reaction'],
    ['message_edit', { mid: 'm_2', text: 'no, till seven', num_edit: 1 }, 'own_message_edit'],
  ])('is not taken for the contact’s doing when our side does more: %s', (key, event, type) => {
    const item = {
      ...them.happens(key, event),
      sender: { id: them.account.id },
      recipient: { id: them.contactId },
    };
    expect(parseOne(them, item)).toMatchObject({
      contactId: them.contactId,
      content: { kind: 'platformNoticed', type },
    });
  });
});
