import { describe, expect, it } from 'vitest';
import type { Part } from '../../platforms/telegram-payloads.js';
import { ada, parseOne } from './parsing.js';

function received(content: Part) {
  const { content: event } = parseOne(ada.sends(content));
  if (event.kind !== 'messageReceived') throw new Error(`this is ${event.kind}`);
  return event;
}

const file = { file_id: 'F1', file_unique_id: 'u' };

describe('something sent along', () => {
  it.each([
    [
      'a photo, in its largest size',
      {
        photo: [
          { ...file, file_id: 'S', width: 90, height: 60 },
          { ...file, width: 1280, height: 960 },
          { ...file, file_id: 'M', width: 320, height: 240 },
        ],
      },
      { type: 'image', url: null, mediaId: 'F1', mimeType: 'image/jpeg' },
    ],
    [
      'a live photo',
      { live_photo: { ...file, file_id: 'film', photo: [{ ...file, width: 10, height: 10 }] } },
      { type: 'image', url: null, mediaId: 'F1', mimeType: 'image/jpeg' },
    ],
    [
      'a voice message',
      { voice: { ...file, duration: 4, mime_type: 'audio/ogg' } },
      { type: 'audio', url: null, mediaId: 'F1', mimeType: 'audio/ogg', details: { seconds: '4' } },
    ],
    [
      'music',
      { audio: { ...file, duration: 200, performer: 'Nina', title: 'Blue', mime_type: 'audio/mpeg' } },
      {
        type: 'audio',
        url: null,
        mediaId: 'F1',
        mimeType: 'audio/mpeg',
        name: 'Blue',
        details: { seconds: '200', performer: 'Nina' },
      },
    ],
    [
      'a film',
      { video: { ...file, duration: 9, mime_type: 'video/mp4', file_name: 'a.mp4' } },
      {
        type: 'video',
        url: null,
        mediaId: 'F1',
        mimeType: 'video/mp4',
        name: 'a.mp4',
        details: { seconds: '9' },
      },
    ],
    [
      'a round film',
      { video_note: { ...file, length: 240, duration: 3 } },
      { type: 'video', url: null, mediaId: 'F1', mimeType: 'video/mp4', details: { seconds: '3' } },
    ],
    [
      'an animation, once, though it comes as a document too',
      { animation: { ...file, duration: 2, mime_type: 'video/mp4' }, document: { ...file, file_id: 'D' } },
      { type: 'video', url: null, mediaId: 'F1', mimeType: 'video/mp4', details: { seconds: '2' } },
    ],
    [
      'a document',
      { document: { ...file, file_name: 'cv.pdf', mime_type: 'application/pdf' } },
      { type: 'file', url: null, mediaId: 'F1', mimeType: 'application/pdf', name: 'cv.pdf' },
    ],
    [
      'a sticker',
      { sticker: { ...file, emoji: '👍', type: 'regular' } },
      { type: 'sticker', url: null, mediaId: 'F1', details: { emoji: '👍' } },
    ],
    [
      'a place',
      { location: { latitude: 52.5, longitude: 13.4 } },
      { type: 'location', url: null, details: { latitude: '52.5', longitude: '13.4' } },
    ],
    [
      'a venue, once, though it comes as a place too',
      {
        location: { latitude: 1, longitude: 2 },
        venue: { location: { latitude: 52.5, longitude: 13.4 }, title: 'Studio', address: 'Weg 1' },
      },
      {
        type: 'location',
        url: null,
        name: 'Studio',
        details: { latitude: '52.5', longitude: '13.4', address: 'Weg 1' },
      },
    ],
    [
      'a contact card',
      { contact: { phone_number: '+49301234', first_name: 'Grace', last_name: 'Hopper' } },
      { type: 'contact', url: null, name: 'Grace Hopper', details: { phone: '+49301234' } },
    ],
    [
      'a poll',
      { poll: { id: '1', question: 'Tea?', options: [{ text: 'Yes' }, { text: 'No' }] } },
      { type: 'poll', url: null, name: 'Tea?', details: { options: 'Yes\nNo' } },
    ],
    [
      'dice',
      { dice: { emoji: '🎲', value: 6 } },
      { type: 'dice', url: null, details: { emoji: '🎲', value: '6' } },
    ],
    ['a game', { game: { title: 'Chess' } }, { type: 'unsupported', url: null }],
    ['whatever comes later', { hologram: { file_id: 'H' } }, { type: 'unsupported', url: null }],
  ])('is %s', (_what, content, attachment) => {
    expect(received(content)).toMatchObject({ text: '' });
    expect(received(content).attachments).toEqual([attachment]);
  });

  it('stands beside its caption', () => {
    const event = received({ photo: [{ ...file, width: 1, height: 1 }], caption: 'stop' });
    expect(event).toMatchObject({ text: 'stop', attachments: [{ type: 'image' }] });
  });

  it('is named where nothing of it is told', () => {
    expect(received({ voice: {} }).attachments).toEqual([
      { type: 'audio', url: null, mimeType: 'audio/ogg' },
    ]);
    expect(received({ photo: [] }).attachments).toEqual([{ type: 'unsupported', url: null }]);
  });
});
