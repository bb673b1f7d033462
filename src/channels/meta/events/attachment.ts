import type { Attachment } from '../../../core/platform-event.js';
import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { toldFacts } from '../told-facts.js';

/** The attachments that can be named; `payload` may be null, and older ones carry their address beside it. */
export function readAttachments(value: unknown): readonly Attachment[] {
  return asList(value).flatMap((entry) => readAttachment(asFields(entry)) ?? []);
}

function readAttachment(fields: Fields | null): Attachment | null {
  const type = readText(fields?.['type']);
  if (fields === null || type === null || type === '') return null;
  const payload = asFields(fields['payload']) ?? {};
  const product = readProduct(payload['product']);
  if (product !== null) return { type, ...product };
  const url = readAddress(payload['url'] ?? fields['url']);
  const name = readName(payload['title'] ?? fields['title']);
  const sticker = readId(payload['sticker_id']);
  // A sticker is one, also where it is called the image that it used to be.
  if (sticker !== null) return { type: 'sticker', url, mediaId: sticker, ...name };
  return { type, url, ...readMediaId(payload), ...name, ...readPlace(payload['coordinates']) };
}

/** The first of the products of a shop that were shared; null: it is something else. */
function readProduct(value: unknown): Omit<Attachment, 'type'> | null {
  const product = asFields(asList(asFields(value)?.['elements'])[0]);
  if (product === null) return null;
  const details = toldFacts({
    product_id: readId(product['id']),
    retailer_id: readId(product['retailer_id']),
    subtitle: readText(product['subtitle']),
  });
  const url = readAddress(product['image_url']);
  return { url, ...readName(product['title']), ...(Object.keys(details).length === 0 ? {} : { details }) };
}

/** What a reel, a post or an upload is known by; a number in echoes. */
function readMediaId(payload: Fields): Pick<Attachment, 'mediaId'> {
  const names = ['reel_video_id', 'attachment_id', 'id'].map((key) => readId(payload[key]));
  const mediaId = names.find((name) => name !== null);
  return mediaId === undefined ? {} : { mediaId };
}

function readName(value: unknown): Pick<Attachment, 'name'> {
  const name = readText(value);
  return name === null || name === '' ? {} : { name };
}

/** Where a shared place is, in degrees. */
function readPlace(value: unknown): Pick<Attachment, 'details'> {
  const coordinates = asFields(value);
  const latitude = readDegrees(coordinates?.['lat']);
  const longitude = readDegrees(coordinates?.['long']);
  return latitude === null || longitude === null ? {} : { details: { latitude, longitude } };
}

function readDegrees(value: unknown): string | null {
  const degrees = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof degrees === 'number' && Number.isFinite(degrees) ? String(degrees) : null;
}

/** A link that a person may be shown. A shared link's address is its sender's: `javascript:` is not let in. */
function readAddress(value: unknown): string | null {
  const text = readText(value);
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
