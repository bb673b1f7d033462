import type { Attachment } from '../../../core/platform-event.js';
import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { detailsOf, readLine } from '../details.js';

const NAME_LIMIT = 255;

/** Of contact cards and lines of an order, so many are kept. */
const MOST = 40;

/** A file: WhatsApp gives it out by its id and, on numbers where that is switched on, by an address that expires. */
export function readMedia(type: string, media: Fields): Attachment {
  const mediaId = readId(media['id']);
  const mimeType = readLine(media['mime_type']).slice(0, NAME_LIMIT);
  return {
    type,
    url: readAddress(media['url']),
    ...(mediaId === null ? {} : { mediaId }),
    ...(mimeType === '' ? {} : { mimeType }),
    ...named(media['filename']),
  };
}

export function readLocation(body: unknown): readonly Attachment[] {
  const place = asFields(body);
  if (place === null) return [];
  const { latitude, longitude, address } = place;
  const details = detailsOf({ latitude, longitude, address });
  return [{ type: 'location', url: readAddress(place['url']), ...named(place['name']), ...details }];
}

/** Contact cards, an attachment each. */
export function readCards(body: unknown): readonly Attachment[] {
  return asList(body)
    .slice(0, MOST)
    .flatMap((entry) => {
      const card = asFields(entry);
      return card === null ? [] : [readCard(card)];
    });
}

function readCard(card: Fields): Attachment {
  const name = asFields(card['name']);
  const parts = [name?.['first_name'], name?.['last_name']].map(readLine).filter((part) => part !== '');
  const details = detailsOf({
    phone: firstOf(card['phones'], 'phone'),
    email: firstOf(card['emails'], 'email'),
    organization: asFields(card['org'])?.['company'],
  });
  return { type: 'contact', url: null, ...named(name?.['formatted_name'] ?? parts.join(' ')), ...details };
}

function firstOf(list: unknown, key: string): unknown {
  return asFields(asList(list)[0])?.[key];
}

/** An order out of the catalogue: a line for each product. */
export function readOrder(order: Fields): Attachment {
  const lines = asList(order['product_items'])
    .slice(0, MOST)
    .map((entry, index): [string, unknown] => [
      `item ${String(index + 1)}`,
      describeItem(asFields(entry) ?? {}),
    ]);
  const details = detailsOf(Object.fromEntries([['catalog', order['catalog_id']], ...lines]));
  return { type: 'order', url: null, ...details };
}

/** "2 × shirt-red at 30 USD". */
function describeItem(item: Fields): string {
  const [product, quantity, price, currency] = [
    item['product_retailer_id'],
    item['quantity'],
    item['item_price'],
    item['currency'],
  ].map(readLine);
  return `${quantity || '?'} × ${product || '?'}${price ? ` at ${`${price} ${currency ?? ''}`.trim()}` : ''}`;
}

function named(value: unknown): Pick<Attachment, 'name'> {
  const name = readLine(value).slice(0, NAME_LIMIT);
  return name === '' ? {} : { name };
}

/** A link that a person may be shown: what stands there is its sender's, and `javascript:` is not let in. */
function readAddress(value: unknown): string | null {
  const text = readText(value);
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
