import { asFields, asList, type Fields, readId, readText, readTime } from '../fields.js';

/**
 * Fields of a message that tell what its webhook told.
 *
 * Source: Meta, Graph API, "Message" (fields `attachments`, `shares`, `story`, `sticker`, `is_unsupported`).
 */
export const pastMessageFields = [
  'id',
  'created_time',
  'from',
  'to',
  'message',
  'attachments{mime_type,name,file_url,image_data,video_data}',
  'shares{link}',
  'story',
  'sticker',
  'is_unsupported',
].join(',');

/**
 * Makes of a message of the Conversations API the item that its webhook would have brought, so that both are read in one
 * place and the second of them is known as a repetition. Null: who wrote to whom cannot be told.
 *
 * What the API leaves out is missing here, too: the payload of a quick reply (its title is the text), and by which app an
 * answer of our side was sent.
 */
export function toWebhookItem(
  message: Fields,
  accountId: string,
  ownIds: ReadonlySet<string>,
): Fields | null {
  const from = readId(asFields(message['from'])?.['id']);
  const to = asList(asFields(message['to'])?.['data']).map((party) => readId(asFields(party)?.['id']));
  const isOurs = from !== null && ownIds.has(from);
  const isToUs = to.some((id) => id !== null && ownIds.has(id));
  const contact = isOurs ? to.find((id) => id !== null && !ownIds.has(id)) : isToUs ? from : null;
  if (contact == null) return null;
  const [sender, recipient] = isOurs ? [accountId, contact] : [contact, accountId];
  return {
    sender: { id: sender },
    recipient: { id: recipient },
    timestamp: readMoment(message['created_time']),
    message: {
      mid: message['id'],
      text: message['message'],
      attachments: attachmentsOf(message),
      reply_to: storyReplyOf(message),
      is_unsupported: message['is_unsupported'] === true && !isOurs,
      is_echo: isOurs,
    },
  };
}

/** A moment, epoch ms: documented as a Unix timestamp, written as `2026-10-06T08:00:00+0000`. */
export function readMoment(value: unknown): number | null {
  const time = readTime(value);
  if (time !== null || typeof value !== 'string') return time;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

/** As they stand in a webhook: `[{ type, payload: { url } }]`. */
function attachmentsOf(message: Fields): readonly Fields[] {
  const mention = asFields(asFields(message['story'])?.['mention']);
  const sticker = readText(message['sticker']);
  return [
    ...asList(asFields(message['attachments'])?.['data']).flatMap((entry) => attachmentOf(asFields(entry))),
    ...asList(asFields(message['shares'])?.['data']).map((share) => sent('share', asFields(share)?.['link'])),
    ...(mention === null ? [] : [sent('story_mention', mention['link'])]),
    ...(sticker === null ? [] : [sent('sticker', sticker)]),
  ];
}

function attachmentOf(entry: Fields | null): readonly Fields[] {
  if (entry === null) return [];
  const [image, video] = [asFields(entry['image_data']), asFields(entry['video_data'])];
  if (image !== null) return [sent('image', image['url'])];
  if (video !== null) return [sent('video', video['url'])];
  const [kind] = (readText(entry['mime_type']) ?? '').split('/');
  return [sent(kind === 'audio' || kind === 'video' || kind === 'image' ? kind : 'file', entry['file_url'])];
}

function sent(type: string, url: unknown): Fields {
  return { type, payload: { url } };
}

function storyReplyOf(message: Fields): Fields | undefined {
  const story = asFields(asFields(message['story'])?.['reply_to']);
  return story === null ? undefined : { story: { id: story['id'], url: story['link'] } };
}
