import type { Attachment } from '../../../core/platform-event.js';
import { asFields, type Fields, readText } from '../../fields.js';
import { readCards, readLocation, readMedia, readOrder } from './attachment.js';
import { readForm } from './form.js';

/** What a message says, whatever it is made of. */
export interface Said {
  readonly text: string;
  /** Payload of the pressed button or chosen row; null: nothing of ours was pressed. */
  readonly quickReply: string | null;
  readonly attachments: readonly Attachment[];
}

/** Reads what stands under the key that `type` names; null: it is not what it should be. */
type ReadBody = (body: unknown) => Said | null;

const bodies: ReadonlyMap<string, ReadBody> = new Map([
  ['text', readPlain],
  ...['image', 'video', 'audio', 'document', 'sticker'].map((type) => [type, mediaReader(type)] as const),
  ['location', attached(readLocation)],
  ['contacts', attached(readCards)],
  ['order', readOrdered],
  ['button', readTemplateButton],
  ['interactive', readInteractive],
]);

/** What a message says, also one inside of an edit or sent by our own side; null: it is of no kind that we know. */
export function readSaid(message: Fields): Said | null {
  const type = readText(message['type']) ?? '';
  return bodies.get(type)?.(message[type]) ?? null;
}

function readPlain(body: unknown): Said | null {
  const text = readText(asFields(body)?.['body']);
  return text === null ? null : words(text);
}

function mediaReader(type: string): ReadBody {
  return (body) => {
    const media = asFields(body);
    if (media === null) return null;
    return { ...words(readText(media['caption']) ?? ''), attachments: [readMedia(type, media)] };
  };
}

function attached(read: (body: unknown) => readonly Attachment[]): ReadBody {
  return (body) => {
    const attachments = read(body);
    return attachments.length === 0 ? null : { ...words(''), attachments };
  };
}

function readOrdered(body: unknown): Said | null {
  const order = asFields(body);
  if (order === null) return null;
  return { ...words(readText(order['text']) ?? ''), attachments: [readOrder(order)] };
}

/**
 * A quick reply of a template. Where the template was sent without a payload for it, Meta returns its words: then they
 * are as good as typed, so that who presses “Unsubscribe” is obeyed.
 */
function readTemplateButton(body: unknown): Said | null {
  const button = asFields(body);
  const payload = readText(button?.['payload']);
  const text = readText(button?.['text']) ?? payload;
  if (text === null) return null;
  return payload === null || payload === text ? words(text) : pressed(text, payload);
}

function readInteractive(body: unknown): Said | null {
  const interactive = asFields(body);
  const type = readText(interactive?.['type']);
  const reply = type === null ? null : asFields(interactive?.[type]);
  if (reply === null) return null;
  if (type === 'nfm_reply') {
    const text = readText(reply['body']) ?? readText(reply['name']) ?? '';
    return { ...words(text), attachments: [readForm(reply)] };
  }
  const id = readText(reply['id']);
  const isReply = type === 'button_reply' || type === 'list_reply';
  return isReply && id !== null ? pressed(readText(reply['title']) ?? '', id) : null;
}

function words(text: string): Said {
  return { text, quickReply: null, attachments: [] };
}

function pressed(text: string, payload: string): Said {
  return { text, quickReply: payload, attachments: [] };
}
