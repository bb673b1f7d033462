import type { Attachment, Referral, ToldNames } from '../../../core/platform-event.js';
import { flowOfPayload } from '../../../core/payload.js';
import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { detailsOf } from '../details.js';
import { messageKey, noticeAs, type ReadReceived, type Received } from './received.js';
import { readSaid, type Said } from './said.js';

/** Whatever a contact says; what is not understood is a message all the same, so that a person is told of it. */
export const readContent: ReadReceived = (received) => {
  const { id, fields, occurredAt } = received;
  if (isCallPermission(fields)) return noticeAs('call_permission_reply', received);
  const { text, quickReply, attachments } = readSaid(fields) ?? unsupported(fields);
  const referral = readAdReferral(fields['referral']);
  // A button that starts a flow is what a postback is elsewhere; all others of ours stand for answers.
  if (quickReply !== null && flowOfPayload(quickReply) !== null) {
    const press = { platformMessageId: id, title: text, payload: quickReply, referral };
    return {
      key: messageKey(id),
      content: { kind: 'postbackReceived', occurredAt, ...press, ...told(received) },
    };
  }
  const context = asFields(fields['context']);
  return {
    key: messageKey(id),
    content: {
      kind: 'messageReceived',
      occurredAt,
      platformMessageId: id,
      text,
      quickReply,
      storyReply: null,
      replyTo: readId(context?.['id']),
      referral,
      attachments: [...attachments, ...productOf(context)],
      ...told(received),
    },
  };
};

/** WhatsApp tells one name, as its owner wrote it. */
function told({ name }: Received): { readonly profile?: ToldNames } {
  return name === null ? {} : { profile: { firstName: name.split(/\s+/)[0] ?? null, name } };
}

/** The answer to a request for calling somebody, which we never make: nobody said anything. */
function isCallPermission(fields: Fields): boolean {
  return asFields(fields['interactive'])?.['type'] === 'call_permission_reply';
}

/** What WhatsApp does not show to apps, or what is newer than this reader. */
function unsupported(fields: Fields): Said {
  const details = detailsOf({
    type: asFields(fields['unsupported'])?.['type'] ?? fields['type'],
    reason: asFields(asList(fields['errors'])[0])?.['title'],
  });
  return { text: '', quickReply: null, attachments: [{ type: 'unsupported', url: null, ...details }] };
}

/** A product of the shop that the message asks about. */
function productOf(context: Fields | null): readonly Attachment[] {
  const product = asFields(context?.['referred_product']);
  if (product === null) return [];
  const details = detailsOf({
    catalog: product['catalog_id'],
    product: product['product_retailer_id'],
  });
  return [{ type: 'product', url: null, ...details }];
}

/** The ad or the post whose button led here. WhatsApp carries no words of our choice along (`ref`). */
function readAdReferral(value: unknown): Referral | null {
  const fields = asFields(value);
  if (fields === null) return null;
  const isAd = readText(fields['source_type']) === 'ad';
  const sourceId = readId(fields['source_id']);
  return { ref: null, source: isAd ? 'ADS' : 'POST', adId: isAd ? sourceId : null };
}
