import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeMeta, startFakeMeta } from './fake-meta.js';

let meta: FakeMeta;
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(() => meta.close());

const page = '100200300400500';
const professional = '17841400000000001';
const contact = { recipient: { id: '901' } };
const response = { ...contact, messaging_type: 'RESPONSE' };
const day = 86_400_000;

const post = async (path: string, body: object, method = 'POST') => {
  const answer = await fetch(`${meta.url}/v26.0/${path}`, { method, body: JSON.stringify(body) });
  const { error } = (await answer.json()) as { error?: { code: number; error_subcode?: number } };
  return error === undefined ? 'taken' : [error.code, error.error_subcode];
};

const reply = (title: string, payload = 'p') => ({ content_type: 'text', title, payload });
const button = (more: object = {}) => ({
  type: 'web_url',
  url: 'https://example.com',
  title: 'See',
  ...more,
});
const template = (buttons: readonly object[], text = 'Choose') => ({
  attachment: { type: 'template', payload: { template_type: 'button', text, buttons } },
});
const generic = (elements: readonly object[]) => ({
  attachment: { type: 'template', payload: { template_type: 'generic', elements } },
});
const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

describe('the fake platform takes', () => {
  it.each<[string, string, object]>([
    ['a text on Instagram', professional, { ...contact, message: { text: 'ä'.repeat(500) } }],
    ['a text on Messenger', page, { ...response, message: { text: 'ä'.repeat(2000) } }],
    [
      'thirteen quick replies',
      page,
      { ...response, message: { text: 'x', quick_replies: times(13, reply('Yes')) } },
    ],
    ['three buttons', professional, { ...contact, message: template(times(3, button())) }],
    [
      'ten cards',
      professional,
      { ...contact, message: generic(times(10, { title: 'One', buttons: [button()] })) },
    ],
    [
      'a picture',
      page,
      { ...response, message: { attachment: { type: 'image', payload: { url: 'https://e.com/1' } } } },
    ],
    [
      'a person’s tag',
      page,
      { ...contact, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', message: { text: 'x' } },
    ],
    ['a private reply', professional, { recipient: { comment_id: 'c_1' }, message: template([button()]) }],
    [
      'a message by a token',
      page,
      { recipient: { notification_messages_token: 't' }, message: { text: 'x' } },
    ],
    ['a mark of having read', professional, { ...contact, sender_action: 'mark_seen' }],
    ['a message of WhatsApp, which has rules of its own', page, { messaging_product: 'whatsapp', to: '1' }],
  ])('%s', async (_case, node, body) => {
    expect(await post(`${node}/messages`, body)).toBe('taken');
    expect(meta.violations).toEqual([]);
  });
});

describe('the fake platform refuses, and keeps a note of,', () => {
  it.each<[string, string, object]>([
    ['a property that it does not know', professional, { ...contact, message: { text: 'x', colour: 'red' } }],
    ['another beside the message', page, { ...response, message: { text: 'x' }, notify: true }],
    ['1001 bytes on Instagram', professional, { ...contact, message: { text: `ä${'x'.repeat(999)}` } }],
    ['2001 characters on Messenger', page, { ...response, message: { text: 'x'.repeat(2001) } }],
    ['an empty text', page, { ...response, message: { text: '' } }],
    ['no message at all', page, response],
    ['no type of message on Messenger', page, { ...contact, message: { text: 'x' } }],
    [
      'fourteen quick replies',
      page,
      { ...response, message: { text: 'x', quick_replies: times(14, reply('Yes')) } },
    ],
    ['a long title', page, { ...response, message: { text: 'x', quick_replies: [reply('x'.repeat(21))] } }],
    [
      'a long payload',
      page,
      { ...response, message: { text: 'x', quick_replies: [reply('x', 'x'.repeat(1001))] } },
    ],
    ['four buttons', page, { ...response, message: template(times(4, button())) }],
    ['a long text above buttons', page, { ...response, message: template([button()], 'x'.repeat(641)) }],
    [
      'a button to an address without TLS',
      page,
      { ...response, message: template([button({ url: 'http://e.com' })]) },
    ],
    [
      'a button that calls, on Instagram',
      professional,
      { ...contact, message: template([{ type: 'phone_number', title: 'Call', payload: '+4930123456' }]) },
    ],
    ['eleven cards', page, { ...response, message: generic(times(11, { title: 'One', subtitle: '1' })) }],
    ['a card that is a title alone', page, { ...response, message: generic([{ title: 'One' }]) }],
    [
      'a card with a long title',
      page,
      { ...response, message: generic([{ title: 'x'.repeat(81), subtitle: '1' }]) },
    ],
    ['long metadata', page, { ...response, message: { text: 'x', metadata: 'x'.repeat(1001) } }],
    [
      'a tag that is gone',
      page,
      { ...contact, messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE', message: { text: 'x' } },
    ],
    ['a tag without its type', page, { ...response, tag: 'HUMAN_AGENT', message: { text: 'x' } }],
    [
      'quick replies to a comment on Instagram',
      professional,
      { recipient: { comment_id: 'c_1' }, message: { text: 'x', quick_replies: [reply('Yes')] } },
    ],
    [
      'a picture to a comment on Instagram',
      professional,
      {
        recipient: { comment_id: 'c_1' },
        message: { attachment: { type: 'image', payload: { url: 'https://e.com/1' } } },
      },
    ],
    ['a sign that it does not know', page, { ...contact, sender_action: 'wave' }],
  ])('%s', async (_case, node, body) => {
    if (node === page) meta.accounts.setAccount(page, 'messenger');
    expect(await post(`${node}/messages`, body)).toEqual([100, undefined]);
    expect(meta.violations).toHaveLength(1);
    expect(meta.delivered()).toEqual([]);
  });

  it.each([
    ['c_1/replies', {}],
    ['c_1/comments', { message: '' }],
    [`${page}/subscribed_apps?subscribed_fields=messages,gossip`, {}],
    ['me/messenger_profile', { greeting: 'Hello' }],
    [
      'me/messenger_profile',
      { ice_breakers: [{ locale: 'default', call_to_actions: times(5, { question: 'q', payload: 'p' }) }] },
    ],
    [`${page}/take_thread_control`, { recipient: '901' }],
  ])('what is wrong with %s', async (path, body) => {
    expect(await post(path, body)).toEqual([100, undefined]);
    expect(meta.violations).toHaveLength(1);
  });
});

describe('the fake platform holds to', () => {
  const send = (more: object = {}) =>
    post(`${professional}/messages`, { ...contact, message: { text: 'x' }, ...more });
  const tag = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

  it('the reply window, as soon as it is told when the contact wrote', async () => {
    expect(await send()).toBe('taken');
    meta.contactWrote('901', Date.now() - day - 1_000);
    expect(await send()).toEqual([10, 2534022]);
    expect(await send(tag)).toBe('taken');
    meta.contactWrote('901', Date.now() - 7 * day - 1_000);
    expect(await send(tag)).toEqual([10, 2534022]);
    meta.contactWrote('901');
    expect(await send()).toBe('taken');
    expect(meta.violations).toEqual([]);
  });

  it('Messenger’s, by a subcode of its own', async () => {
    meta.contactWrote('901', Date.now() - day - 1_000);
    expect(await post(`${page}/messages`, { ...response, message: { text: 'x' } })).toEqual([10, 2018278]);
  });

  it('one private reply to a comment, within seven days', async () => {
    const to = (comment_id: string) => send({ recipient: { comment_id } });
    expect([await to('c_1'), await to('c_1')]).toEqual(['taken', [10, 2534025]]);
    meta.commented('c_2', '777', Date.now() - 7 * day - 1_000);
    expect(await to('c_2')).toEqual([10, 2534025]);
  });

  it('so many sends a second, where it is told', async () => {
    meta.limitRate(2);
    expect([await send(), await send(), await send()]).toEqual(['taken', 'taken', [613, undefined]]);
  });

  it('a menu’s need of the button that starts a chat, on Messenger', async () => {
    const menu = [
      { locale: 'default', call_to_actions: [{ type: 'postback', title: 'Hours', payload: 'p' }] },
    ];
    expect(await post('me/messenger_profile', { persistent_menu: menu })).toEqual([100, 2018145]);
    expect(await post('me/messenger_profile', { platform: 'instagram', persistent_menu: menu })).toBe(
      'taken',
    );
  });
});
