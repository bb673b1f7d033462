import type { Attachment } from '../../../core/platform-event.js';
import { asFields, type Fields, objectsIn, readId, readText } from '../../fields.js';

const mediaTypes: ReadonlyMap<unknown, string> = new Map([
  ['photo', 'image'],
  ['video', 'video'],
  ['animated_gif', 'video'],
]);

/** The one thing that a message can have attached, and the addresses in its text, each as it was before X shortened it. */
export function readAttachments(data: Fields): readonly Attachment[] {
  const attachment = asFields(data['attachment']);
  const media = asFields(attachment?.['media']);
  const attached = attachment === null ? [] : [media === null ? unknown(attachment) : mediaOf(media)];
  return [...attached, ...sharedIn(asFields(data['entities']), readText(media?.['url']))];
}

function mediaOf(media: Fields): Attachment {
  const mediaId = readId(media['id_str']) ?? readId(media['id']);
  return {
    type: mediaTypes.get(media['type']) ?? 'file',
    url: webAddress(media['media_url_https']),
    ...(mediaId === null ? {} : { mediaId }),
  };
}

function unknown({ type }: Fields): Attachment {
  return { type: type === 'location' ? 'location' : 'unsupported', url: null };
}

/** What is attached stands in the text too, as an address of X's own. */
function sharedIn(entities: Fields | null, ofMedia: string | null): readonly Attachment[] {
  return objectsIn(entities?.['urls'])
    .filter(({ url }) => ofMedia === null || url !== ofMedia)
    .map(({ expanded_url: expanded }) => webAddress(expanded))
    .filter((url) => url !== null)
    .map((url) => ({ type: 'share', url }));
}

function webAddress(value: unknown): string | null {
  const text = readText(value);
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}
