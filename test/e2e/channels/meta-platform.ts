import type { FakeSend } from '../../platforms/fake-send.js';
import { startFakeMeta, type FakeMeta } from '../../platforms/fake-meta.js';
import { randomUUID } from 'node:crypto';
import { changeOf, feedComment, instagramComment, type FakeComment } from '../../platforms/meta-comments.js';
import { delivery, signed, thread, type FakeAccount, type Item } from '../../platforms/meta-payloads.js';
import { secrets } from '../driver/secrets.js';
import type { FakePlatform, PublicWire, SeenMessage } from './wire.js';

type MetaChannel = 'instagram' | 'messenger';

const ours: Readonly<Record<MetaChannel, FakeAccount & { readonly name: string; readonly token: string }>> = {
  instagram: {
    object: 'instagram',
    id: '17841400000000001',
    name: 'studio_ig',
    token: '$INSTAGRAM_TOKEN',
  },
  messenger: { object: 'page', id: '100200300400500', name: 'studio_page', token: '$PAGE_TOKEN' },
};

let people = 0;

/** Instagram or Messenger, with posts that people comment on. */
export async function startMetaPlatform(channel: MetaChannel): Promise<FakePlatform<PublicWire>> {
  const meta = await startFakeMeta();
  const { name, id, token } = ours[channel];
  let webhook = '';
  const deliver = async (payload: unknown): Promise<void> => {
    const { body, headers } = signed(payload, secrets.META_APP_SECRET);
    const answer = await fetch(webhook, { method: 'POST', body, headers });
    if (answer.status !== 200) throw new Error(`a delivery was answered ${String(answer.status)}`);
  };
  return {
    env: { META_GRAPH_URL: meta.url, INSTAGRAM_GRAPH_URL: meta.url },
    accounts: [{ channel, name, id, token, secret: '$META_APP_SECRET' }],
    connect: (serverAddress) => {
      webhook = `${serverAddress}/webhooks/meta`;
    },
    person: (firstName) => {
      people += 1;
      const contactId = `8800000000${String(people).padStart(7, '0')}`;
      meta.setProfile(contactId, { name: firstName, first_name: firstName });
      return wireTo(meta, channel, contactId, deliver);
    },
    violations: () => meta.violations,
    texts: () => meta.sends().map(({ text }) => text),
    close: () => meta.close(),
  };
}

function wireTo(
  meta: FakeMeta,
  channel: MetaChannel,
  contactId: string,
  deliver: (payload: unknown) => Promise<void>,
): PublicWire {
  const account = ours[channel];
  const own = thread(account, contactId);
  const does = (item: Item): Promise<void> => {
    meta.contactWrote(contactId);
    return deliver(delivery(account, item));
  };
  return {
    reference: `${account.name}/${contactId}`,
    says: (text) => does(own.says(text)),
    taps: ({ title, payload }) => does(own.taps(title, payload ?? '')),
    received: () => meta.delivered(contactId).map(show),
    waitForSends: async (count) => {
      await meta.waitForSends(count, { to: contactId });
    },
    comments: async (text) => {
      const commentId = `${account.id}_c${randomUUID()}`;
      meta.commented(commentId, contactId);
      await deliver(commentBy(channel, { id: commentId, text, from: { id: contactId } }));
      return commentId;
    },
    publicReplies: () => meta.publicReplies.map(({ text }) => text),
  };
}

function commentBy(channel: MetaChannel, comment: FakeComment): Item {
  const account = ours[channel];
  return channel === 'instagram'
    ? changeOf('instagram', account.id, { field: 'comments', value: instagramComment(comment) })
    : changeOf('page', account.id, { field: 'feed', value: feedComment('add', comment) });
}

function show({ text, quickReplies, link }: FakeSend): SeenMessage {
  return { text, choices: quickReplies, link: link?.url ?? null };
}
