import type { Attachment } from '../../../core/platform-event.js';
import { asFields, type Fields, objectsIn, readCount, readId, readText } from '../../fields.js';
import { isServiceMessage } from './service.js';

type Read = (content: Fields) => Attachment;

const asText = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : readText(value);
  return text === null || text === '' ? undefined : text;
};

/** What of `wanted` is told, as texts. */
function detailsOf(wanted: Readonly<Record<string, unknown>>): Pick<Attachment, 'details'> {
  const told = Object.entries(wanted).flatMap(([key, value]) => {
    const text = asText(value);
    return text === undefined ? [] : [[key, text] as const];
  });
  return told.length === 0 ? {} : { details: Object.fromEntries(told) };
}

/** A file, which is given out by its id (getFile). */
function file(type: string, mimeType?: string): Read {
  return (content) => {
    const mediaId = readId(content['file_id']);
    const told = asText(content['mime_type']) ?? mimeType;
    const name = asText(content['file_name']) ?? asText(content['title']);
    return {
      type,
      url: null,
      ...(mediaId === null ? {} : { mediaId }),
      ...(told === undefined ? {} : { mimeType: told }),
      ...(name === undefined ? {} : { name }),
      ...detailsOf({
        seconds: content['duration'],
        performer: content['performer'],
        emoji: content['emoji'],
      }),
    };
  };
}

const place = (location: Fields | null): Readonly<Record<string, unknown>> => ({
  latitude: location?.['latitude'],
  longitude: location?.['longitude'],
});

const readLocation: Read = (location) => ({ type: 'location', url: null, ...detailsOf(place(location)) });

const readVenue: Read = (venue) => {
  const name = asText(venue['title']);
  return {
    type: 'location',
    url: null,
    ...(name === undefined ? {} : { name }),
    ...detailsOf({ ...place(asFields(venue['location'])), address: venue['address'] }),
  };
};

const readContact: Read = (contact) => {
  const names = [contact['first_name'], contact['last_name']].flatMap((name) => asText(name) ?? []);
  return {
    type: 'contact',
    url: null,
    ...(names.length === 0 ? {} : { name: names.join(' ') }),
    ...detailsOf({ phone: contact['phone_number'] }),
  };
};

const readPoll: Read = (poll) => {
  const name = asText(poll['question']);
  const options = objectsIn(poll['options']).flatMap(({ text }) => asText(text) ?? []);
  return {
    type: 'poll',
    url: null,
    ...(name === undefined ? {} : { name }),
    ...detailsOf({ options: options.join('\n') }),
  };
};

const readDice: Read = ({ emoji, value }) => ({ type: 'dice', url: null, ...detailsOf({ emoji, value }) });

/** What a message can hold beside words, and who reads it. What comes with another for older bots stands after it. */
const readers: readonly (readonly [key: string, read: Read])[] = [
  ['voice', file('audio', 'audio/ogg')],
  ['audio', file('audio')],
  ['video', file('video')],
  ['video_note', file('video', 'video/mp4')],
  ['animation', file('video')],
  ['document', file('file')],
  ['sticker', file('sticker')],
  ['venue', readVenue],
  ['location', readLocation],
  ['contact', readContact],
  ['poll', readPoll],
  ['dice', readDice],
];

/** Known by what they are, to the contact; nothing of them can be shown. */
const unsupported: Attachment = { type: 'unsupported', url: null };

/**
 * What was sent along. What we cannot show, such as a game or whatever comes with a later version, is kept as
 * `unsupported`, so that a person is told; `none`: the message only says what happened in the chat.
 */
export function readAttachment(message: Fields): Attachment | 'none' {
  const photo = largestPhoto(message);
  if (photo !== null) return file('image', 'image/jpeg')(photo);
  for (const [key, read] of readers) {
    const content = asFields(message[key]);
    if (content !== null) return read(content);
  }
  return isServiceMessage(message) || readText(message['text']) !== null ? 'none' : unsupported;
}

/** A photo comes in several sizes; a live one in its own object, which older bots see beside it as a photo. */
function largestPhoto(message: Fields): Fields | null {
  const photos = objectsIn(message['photo'] ?? asFields(message['live_photo'])?.['photo']);
  return photos.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
}

function areaOf({ width, height }: Fields): number {
  return (readCount(width) ?? 0) * (readCount(height) ?? 0);
}
