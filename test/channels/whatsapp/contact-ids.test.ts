import { describe, expect, it } from 'vitest';
import { messagesOf, personOnWhatsApp } from '../../platforms/whatsapp-payloads.js';
import { ada, minuteAgo as at, number, parseOne } from './parsing.js';

const id = 'wamid.QURB';

describe('who somebody is', () => {
  it('is told by the business-scoped user id where the number is hidden', () => {
    const eve = personOnWhatsApp({ userId: 'US.1349abc' });
    const update = parseOne(messagesOf([eve], eve.says('hi')));
    expect(update.contactId).toBe('US.1349abc');
    expect(update).not.toHaveProperty('alsoKnownAs');
  });

  it('takes the other id only from the card that has the first', () => {
    const bob = personOnWhatsApp({ phone: '4915100000002', userId: 'DE.bob' });
    const message = { ...bob.says('hi'), from_user_id: undefined };
    expect(parseOne(messagesOf([ada, bob], message))).toMatchObject({
      contactId: '4915100000002',
      alsoKnownAs: ['DE.bob'],
    });
    expect(parseOne(messagesOf([ada], message))).not.toHaveProperty('alsoKnownAs');
  });

  it('is the only card where the message names nobody', () => {
    const message = { ...ada.says('hi'), from: undefined, from_user_id: undefined };
    expect(parseOne(messagesOf([ada], message)).contactId).toBe('4915100000001');
  });

  it('is never told by the id of a portfolio', () => {
    const message = ada.says('hi', { extra: { from_parent_user_id: 'DE.ENT.99' } });
    expect(parseOne(messagesOf([ada], message)).alsoKnownAs).toEqual(['DE.8Kq2mX91']);
  });

  it('does not depend on a plus before the number', () => {
    const message = { ...ada.says('hi'), from: '+4915100000001' };
    expect(parseOne(messagesOf([ada], message)).contactId).toBe('4915100000001');
  });
});

describe('WhatsApp’s own words about a contact', () => {
  const system = (body: object, sender: object = { from: '4915100000001' }) =>
    parseOne({
      field: 'messages',
      value: { messages: [{ ...sender, id, timestamp: String(at / 1000), type: 'system', system: body }] },
    });

  it('a new number is who they are now, the old one who they were', () => {
    expect(system({ type: 'user_changed_number', body: 'changed', wa_id: '4917000000009' })).toEqual({
      channel: 'whatsapp',
      accountId: number.id,
      contactId: '4917000000009',
      alsoKnownAs: ['4915100000001'],
      key: `message:${id}`,
      content: { kind: 'identityChanged', occurredAt: at, what: 'number' },
    });
  });

  it('a new user id joins the old one and the number', () => {
    const change = { type: 'user_changed_user_id', previous_user_id: 'DE.old', user_id: 'DE.new' };
    expect(system(change)).toMatchObject({
      contactId: '4915100000001',
      alsoKnownAs: ['DE.new', 'DE.old'],
      content: { kind: 'identityChanged', what: 'user_id' },
    });
    expect(system(change, { from_user_id: 'DE.new' })).toMatchObject({
      contactId: 'DE.new',
      alsoKnownAs: ['DE.old'],
    });
  });

  it('a new security code leaves the names as they are', () => {
    const update = system({ type: 'customer_identity_changed', body: 'changed' });
    expect(update.content).toEqual({ kind: 'identityChanged', occurredAt: at, what: 'security_code' });
    expect(update).not.toHaveProperty('alsoKnownAs');
  });

  it('a new number that is not told joins nobody', () => {
    expect(system({ type: 'user_changed_number', body: 'changed' })).toMatchObject({
      contactId: '4915100000001',
      content: { kind: 'platformNoticed', type: 'system_user_changed_number' },
    });
  });

  it('anything else is kept', () => {
    expect(system({ type: 'user_grew_up' }).content).toMatchObject({
      kind: 'platformNoticed',
      type: 'system_user_grew_up',
    });
  });
});
