import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Recipient } from '../../../src/channels/channel.js';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createMessengerChannel } from '../../../src/channels/messenger/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import type { Basis, MessageBody } from '../../../src/core/message.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

/** graph.facebook.com, and graph.instagram.com. */
let facebook: FakeMeta;
let instagram: FakeMeta;
let transport: Transport;
let graph: GraphClient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 300 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  [facebook, instagram] = [await startFakeMeta(), await startFakeMeta()];
  facebook.accounts.setAccount(page, 'messenger');
});
afterEach(async () => {
  expect([...facebook.violations, ...instagram.violations]).toEqual([]);
  await Promise.all([facebook.close(), instagram.close()]);
});

const page = '100200300400500';
const professional = '17841400000000001';
const contactId = '901';
const day = 86_400_000;
const patience = new AbortController().signal;

const openInstagram = () =>
  createInstagramChannel({ graph, instagramUrl: instagram.url, facebookUrl: facebook.url });
const openMessenger = () => createMessengerChannel({ graph, baseUrl: facebook.url });

/** Each way of being connected: its channel, in whose name it speaks, and which host hears it. */
const ways = [
  ['Messenger', openMessenger, { accountId: page, token: 'page-token' }, () => facebook, page],
  [
    'Instagram Login',
    openInstagram,
    { accountId: professional, token: 'user-token' },
    () => instagram,
    professional,
  ],
  [
    'Instagram by Facebook Login',
    openInstagram,
    { accountId: professional, token: 'page-token', page },
    () => facebook,
    page,
  ],
] as const;

function sender(channel: Channel, account: Omit<Recipient, 'contactId'>) {
  return (basis: Basis, body: MessageBody = { text: 'Hello Ada' }) =>
    channel.send(
      { reference: 'msg_1', body, basis, linkBase: 'https://dm.example/l/' },
      { ...account, contactId },
      patience,
    );
}

const privateReply: Basis = { kind: 'private_reply', commentId: 'c_1', until: Date.now() + day };

describe.each(ways)('by %s', (name, open, account, host, node) => {
  const send = (basis: Basis, body?: MessageBody) => sender(open(), account)(basis, body);
  const isMessenger = name === 'Messenger';
  beforeEach(() => {
    if (account.accountId !== node) host().accounts.setAccount(node, 'instagram');
  });

  it('messages are posted to the node at its own host, in the name of its token', async () => {
    await send({ kind: 'reply_window' });
    expect(host().requests[0]).toMatchObject({ path: `/v26.0/${node}/messages`, token: account.token });
    expect(facebook.requests.length + instagram.requests.length).toBe(1);
  });

  it.each<Basis>([
    { kind: 'reply_window' },
    { kind: 'confirmation', of: 'stop' },
    { kind: 'person' },
    { kind: 'person_after_stop', answers: 'event_1' },
  ])('$kind is an answer without a tag', async (basis) => {
    expect(await send(basis)).toMatchObject({ kind: 'sent' });
    const { body, tag } = host().sends(contactId)[0]!;
    expect(tag).toBeNull();
    expect((body as Record<string, unknown>)['messaging_type']).toBe(isMessenger ? 'RESPONSE' : undefined);
  });

  it('a person after the reply window says so, and then has seven days', async () => {
    host().contactWrote(contactId, Date.now() - 2 * day);
    expect(await send({ kind: 'reply_window' })).toMatchObject({ kind: 'failed', class: 'window' });
    expect(await send({ kind: 'human_agent' })).toMatchObject({ kind: 'sent' });
    expect(host().delivered(contactId)[0]).toMatchObject({
      tag: 'HUMAN_AGENT',
      body: { messaging_type: 'MESSAGE_TAG' },
    });
    host().contactWrote(contactId, Date.now() - 8 * day);
    expect(await send({ kind: 'human_agent' })).toMatchObject({ kind: 'failed', class: 'window' });
  });

  it('a private reply is addressed to the comment, and tells who wrote it', async () => {
    host().commented('c_1', '777');
    expect(await send(privateReply)).toEqual({
      kind: 'sent',
      platformMessageId: host().sends('777')[0]!.messageId,
      contactIds: ['777'],
    });
    expect(host().sends()[0]!.body).toMatchObject({ recipient: { comment_id: 'c_1' } });
  });

  it('a comment has one private reply, and has it within seven days', async () => {
    host().commented('c_1', '777');
    await send(privateReply);
    expect(await send(privateReply)).toMatchObject({ kind: 'failed', class: 'invalid', scope: 'contact' });
    host().commented('c_2', '777', Date.now() - 8 * day);
    expect(await send({ ...privateReply, commentId: 'c_2' })).toMatchObject({ class: 'invalid' });
  });

  it('a private reply that was refused leaves the comment its one reply', async () => {
    host().failNext({ kind: 'error', code: 2 });
    expect(await send(privateReply)).toMatchObject({ class: 'retry' });
    expect(await send(privateReply)).toMatchObject({ kind: 'sent' });
  });

  it('a private reply to a comment that is gone says nothing about its author', async () => {
    host().failNext({ kind: 'error', code: 100, subcode: 33 });
    expect(await send(privateReply)).toMatchObject({ class: 'invalid' });
    host().failNext({ kind: 'error', code: 100, subcode: 33 });
    expect(await send({ kind: 'reply_window' })).toMatchObject({ class: 'unreachable' });
  });

  it('an answer in public stands under the comment', async () => {
    const result = await send({ kind: 'public_reply', commentId: 'c_1' }, { text: 'Sent!', isPublic: true });
    const [reply] = host().publicReplies;
    expect(reply).toMatchObject({ commentId: 'c_1', text: 'Sent!', token: account.token });
    expect(result).toEqual({ kind: 'sent', platformMessageId: reply!.id });
    expect(host().requests[0]!.path).toBe(`/v26.0/c_1/${isMessenger ? 'comments' : 'replies'}`);
    expect(host().sends()).toEqual([]);
  });

  it.each([
    [100, 33, 'invalid', 'contact'],
    [10, 2018278, 'invalid', 'contact'],
    [200, undefined, 'invalid', 'contact'],
    [190, undefined, 'auth', 'account'],
    [368, undefined, 'policy', 'account'],
    [2, undefined, 'retry', 'contact'],
    [4, undefined, 'throttle', 'app'],
  ])('code %s/%s after an answer in public is %s, for the %s', async (code, subcode, errorClass, scope) => {
    host().failNext({ kind: 'error', code, ...(subcode === undefined ? {} : { subcode }) });
    expect(await send({ kind: 'public_reply', commentId: 'c_1' })).toMatchObject({
      class: errorClass,
      scope,
    });
  });

  it('an answer in public without an answer of the platform is unknown', async () => {
    host().failNext({ kind: 'answer', status: 200, body: '{"success":true}', delivered: true });
    expect(await send({ kind: 'public_reply', commentId: 'c_1' })).toMatchObject({ class: 'unknown' });
  });

  it('the answer says how long to rest where the budget is nearly used up', async () => {
    expect(await send({ kind: 'reply_window' })).not.toHaveProperty('rest');
    host().tellUsage(95);
    expect(await send({ kind: 'reply_window' })).toMatchObject({ kind: 'sent', rest: 30_000 });
    expect(await send({ kind: 'public_reply', commentId: 'c_1' })).toMatchObject({ rest: 30_000 });
  });

  it('what was written is marked as read before we are seen typing', async () => {
    await open().showTyping({ ...account, contactId }, patience);
    expect(host().requests.map(({ path, body }) => [path, body])).toEqual(
      ['mark_seen', 'typing_on'].map((sender_action) => [
        `/v26.0/${node}/messages`,
        { recipient: { id: contactId }, sender_action },
      ]),
    );
  });

  it.each(['comment:c_1', 'user_ref:ref-1'])(
    'nobody is shown anything who has no id yet: %s',
    async (stranger) => {
      await open().showTyping({ ...account, contactId: stranger }, patience);
      expect(host().requests).toEqual([]);
    },
  );

  it('a contact’s name is asked for at the same host', async () => {
    host().setProfile(contactId, { name: 'Ada Lovelace', first_name: 'Ada', last_name: 'Lovelace' });
    expect(await open().fetchProfile({ ...account, contactId }, patience)).toEqual({
      firstName: 'Ada',
      name: 'Ada Lovelace',
    });
    expect(host().requests[0]!.token).toBe(account.token);
  });
});

describe('a message by a marketing token', () => {
  it('is addressed to the token, which names nobody', async () => {
    facebook.failNext({ kind: 'answer', status: 200, body: '{"message_id":"m_9"}', delivered: true });
    const basis: Basis = {
      kind: 'marketing_token',
      topic: 'tips',
      token: 'TOKEN.1',
      until: Date.now() + day,
    };
    const send = sender(openMessenger(), { accountId: page, token: 'page-token' });
    expect(await send(basis)).toEqual({ kind: 'sent', platformMessageId: 'm_9' });
    const { body } = facebook.sends()[0]!;
    expect(body).toEqual({
      recipient: { notification_messages_token: 'TOKEN.1' },
      message: { text: 'Hello Ada', metadata: 'msg_1' },
    });
  });
});

describe('a message to whom only a plugin names', () => {
  it('is addressed to the reference, and nobody is named in the answer', async () => {
    facebook.failNext({ kind: 'answer', status: 200, body: '{"message_id":"m_9"}', delivered: true });
    const result = await openMessenger().send(
      {
        reference: 'msg_1',
        body: { text: 'Hello' },
        basis: { kind: 'reply_window' },
        linkBase: 'https://dm.example/l/',
      },
      { accountId: page, token: 'page-token', contactId: 'user_ref:ref-1' },
      patience,
    );
    expect(result).toEqual({ kind: 'sent', platformMessageId: 'm_9' });
    expect(facebook.sends()[0]!.body).toMatchObject({ recipient: { user_ref: 'ref-1' } });
  });
});

describe('showing that we type', () => {
  it('goes on where the mark was refused, and never fails', async () => {
    await facebook.close();
    const account = { accountId: page, token: 'page-token', contactId };
    await expect(openMessenger().showTyping(account, patience)).resolves.toBeUndefined();
    facebook = await startFakeMeta();
  });
});
