import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import {
  changeOf,
  deliveryOfEntries,
  deliveryTo,
  entryOf,
  messagesOf,
  newWamid,
  personOnWhatsApp,
  seconds,
  statusOf,
} from '../../platforms/whatsapp-payloads.js';
import { ada, minuteAgo as at, now, number, parse, parseOne, skipOne } from './parsing.js';

describe('preferences', () => {
  const prefer = (value: string, more = {}) => {
    const wish = {
      wa_id: '4915100000001',
      category: 'marketing_messages',
      value,
      timestamp: at / 1000,
      ...more,
    };
    return parseOne(changeOf('user_preferences', { user_preferences: [wish] }, [ada]));
  };

  it.each([
    ['stop', 'stop'],
    ['resume', 'resume'],
    ['signup', 'resume'],
  ])('“%s” is to %s marketing messages, all of them', (value, change) => {
    expect(prefer(value)).toEqual({
      channel: 'whatsapp',
      accountId: number.id,
      contactId: '4915100000001',
      alsoKnownAs: ['DE.8Kq2mX91'],
      key: `preference:4915100000001:marketing_messages:${at}:${value}`,
      content: { kind: 'preferenceChanged', occurredAt: at, change, token: null },
    });
  });

  it('of another kind are kept', () => {
    const noticed = { kind: 'platformNoticed', type: 'user_preference' };
    expect(prefer('stop', { category: 'utility_messages' }).content).toMatchObject(noticed);
    expect(prefer('ponder').content).toMatchObject(noticed);
  });

  it('of nobody are skipped', () => {
    expect(skipOne(changeOf('user_preferences', { user_preferences: [{ value: 'stop' }] }))).toBe(
      'no contact is named',
    );
    expect(skipOne(changeOf('user_preferences', {}))).toBe('a change in which nothing happened');
  });
});

const echo = (body: object) => ({
  from: number.phone,
  to: '4915100000001',
  id: 'wamid.RUNITw',
  timestamp: seconds(at),
  ...body,
});

describe('echoes of the phone app', () => {
  it.each(['smb_message_echoes', 'message_echoes'])('are a person’s words: %s', (field) => {
    const message_echoes = [echo({ type: 'text', text: { body: 'I’ll take it from here' } })];
    expect(parseOne(changeOf(field, { message_echoes }, [ada]))).toEqual({
      channel: 'whatsapp',
      accountId: number.id,
      contactId: '4915100000001',
      alsoKnownAs: ['DE.8Kq2mX91'],
      key: 'echo:wamid.RUNITw',
      content: {
        kind: 'messageEchoed',
        occurredAt: at,
        platformMessageId: 'wamid.RUNITw',
        text: 'I’ll take it from here',
        appId: null,
        metadata: null,
        ownMessageId: null,
      },
    });
  });

  const echoed = (body: object) =>
    parseOne(changeOf('smb_message_echoes', { message_echoes: [echo(body)] })).content;

  it('without words are a person’s all the same', () => {
    expect(echoed({ type: 'image', image: { id: '1' } })).toMatchObject({ kind: 'messageEchoed', text: '' });
  });

  it('of a taking back forget what was said', () => {
    expect(echoed({ type: 'revoke', revoke: { original_message_id: 'wamid.T0xE' } })).toEqual({
      kind: 'messageUnsent',
      occurredAt: at,
      platformMessageId: 'wamid.T0xE',
    });
  });

  it.each(['edit', 'revoke', 'reaction'])('of another afterthought are kept: %s', (type) => {
    const noticed = echoed({ type, [type]: { message: { type: 'text' } } });
    expect(noticed).toMatchObject({ kind: 'platformNoticed', type: `own_${type}` });
  });

  it('are with whoever is not us, whichever way round', () => {
    const reversed = { type: 'text', text: { body: 'x' }, from: '4915100000001', to: `+${number.phone}` };
    expect(parseOne(changeOf('smb_message_echoes', { message_echoes: [echo(reversed)] })).contactId).toBe(
      '4915100000001',
    );
    const hidden = { type: 'text', text: { body: 'x' }, to: undefined, to_user_id: 'DE.8Kq2mX91' };
    expect(parseOne(changeOf('smb_message_echoes', { message_echoes: [echo(hidden)] })).contactId).toBe(
      'DE.8Kq2mX91',
    );
  });
});

describe('standby', () => {
  const standby = (value: object) => parse(changeOf('standby', { standby: value })).updates;

  it('is observed: what the contact writes', () => {
    const id = newWamid();
    expect(standby({ messages: [ada.says('hello', { id, at })] })).toMatchObject([
      {
        contactId: '4915100000001',
        key: `standby:message:${id}`,
        content: { kind: 'standbyObserved', occurredAt: at, text: 'hello', byContact: true },
      },
    ]);
  });

  it('is observed: what the other side answers', () => {
    const message_echoes = [echo({ type: 'text', text: { body: 'How can I help?' } })];
    expect(standby({ message_echoes })).toMatchObject([
      {
        key: 'standby:echo:wamid.RUNITw',
        content: { kind: 'standbyObserved', text: 'How can I help?', byContact: false },
      },
    ]);
  });

  it('tells what became of messages as always', () => {
    const statuses = [statusOf('wamid.T1VS', 'delivered', '4915100000001')];
    expect(standby({ statuses })).toMatchObject([{ content: { kind: 'messagesDelivered' } }]);
  });

  it('has its own cards', () => {
    const contacts = [{ wa_id: '4915100000001', user_id: 'DE.8Kq2mX91' }];
    const message = { ...ada.says('hi'), from_user_id: undefined };
    expect(standby({ contacts, messages: [message] })[0]!.alsoKnownAs).toEqual(['DE.8Kq2mX91']);
  });

  it('without anything is skipped', () => {
    expect(skipOne(changeOf('standby', {}))).toBe('a change in which nothing happened');
  });
});

describe('calls', () => {
  const call = (body: object) =>
    parseOne(changeOf('calls', { calls: [{ id: 'wacid.1', timestamp: seconds(at), ...body }] }));
  const theirs = { from: '4915100000001', to: number.phone, direction: 'USER_INITIATED' };

  it('of the contact’s is a call of theirs', () => {
    expect(call({ ...theirs, event: 'connect' })).toMatchObject({
      contactId: '4915100000001',
      key: 'call:wacid.1:connect',
      content: { kind: 'contactCalled', callId: 'wacid.1', occurredAt: at },
    });
  });

  it('that ends, and one of ours, is kept', () => {
    expect(call({ ...theirs, event: 'terminate' }).content).toMatchObject({ type: 'call_terminate' });
    const ours = {
      from: number.phone,
      to: '4915100000001',
      direction: 'BUSINESS_INITIATED',
      event: 'connect',
    };
    expect(call(ours)).toMatchObject({ contactId: '4915100000001', content: { type: 'call_connect' } });
  });

  it('that rings is kept', () => {
    const statuses = [{ id: 'wacid.1', type: 'call', status: 'RINGING', recipient_id: '4915100000001' }];
    expect(parseOne(changeOf('calls', { statuses }))).toMatchObject({
      contactId: '4915100000001',
      key: 'call:wacid.1:RINGING',
      content: { kind: 'platformNoticed', type: 'call_status' },
    });
  });

  it('without an id or a contact is skipped', () => {
    expect(skipOne(changeOf('calls', { calls: [{ from: '1' }] }))).toBe('a call without an id');
    expect(skipOne(changeOf('calls', { calls: [{ id: 'wacid.1' }] }))).toBe('no contact is named');
  });
});

describe('what is not served', () => {
  it.each([
    ['history', 'chats from before we were connected'],
    ['smb_app_state_sync', 'the address book of the phone app'],
    ['group_lifecycle_update', 'groups are not served'],
    ['group_participants_update', 'groups are not served'],
    ['telepathy', 'a field that is not served'],
  ])('is skipped with a reason: %s', (field, reason) => {
    const { skipped } = parse({ field, value: { groups: [{}] } });
    expect(skipped).toEqual([{ reason, object: 'whatsapp_business_account', field }]);
  });

  it('the samples of Meta’s dashboard are', () => {
    const sample = deliveryTo({ ...number, business: '0' }, messagesOf([ada], ada.says('sample')));
    expect(parseDelivery(sample, now)).toMatchObject({
      updates: [],
      skipped: [{ reason: 'a sample from the dashboard' }],
    });
  });

  it.each([
    [{ field: 'messages', value: { metadata: null } }, 'no phone number of ours is named'],
    [{ field: 'messages', value: null }, 'an entry with nothing readable in it'],
    [{ field: 7, value: {} }, 'an entry with nothing readable in it'],
    ['x', 'an entry with nothing readable in it'],
  ])('nor is what cannot be read: %j', (change, reason) => {
    const { updates, skipped } = parseDelivery(deliveryOfEntries({ id: '1', changes: [change] }), now);
    expect(updates).toEqual([]);
    expect(skipped).toMatchObject([{ reason }]);
  });

  it('does not disturb its neighbours', () => {
    const bob = personOnWhatsApp({ phone: '4915100000002' });
    const other = { ...number, id: '770033' };
    const { updates, skipped } = parseDelivery(
      deliveryOfEntries(
        entryOf(number, messagesOf([ada], { type: 1 }, ada.says('one')), messagesOf([bob], bob.says('two'))),
        entryOf(other, messagesOf([bob], bob.says('three'), bob.says('four'))),
        {},
      ),
      now,
    );
    expect(updates.map(({ accountId, content }) => [accountId, (content as { text?: string }).text])).toEqual(
      [
        ['770022', 'one'],
        ['770022', 'two'],
        ['770033', 'three'],
        ['770033', 'four'],
      ],
    );
    expect(skipped).toHaveLength(2);
  });
});
