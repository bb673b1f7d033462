import { describe, expect, it } from 'vitest';
import { isMetaMedia } from '../../../src/channels/meta/media-hosts.js';

describe('Meta’s own stores', () => {
  it.each([
    'https://scontent.xx.fbcdn.net/v/t1.jpg?oh=1',
    'https://video-fra3-1.xx.fbcdn.net/v/t2.mp4',
    'https://scontent-fra5-1.cdninstagram.com/v/t3.jpg',
    'https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1',
    'https://cdn.fbsbx.com/v/t4/1_n.pdf/Guide.pdf?oh=1',
  ])('have %s', (address) => {
    expect(isMetaMedia(new URL(address))).toBe(true);
  });

  it.each([
    'http://scontent.xx.fbcdn.net/v/t1.jpg',
    'https://scontent.xx.fbcdn.net:8443/v/t1.jpg',
    'https://ada@scontent.xx.fbcdn.net/v/t1.jpg',
    'https://scontent.xx.fbcdn.net.example/v/t1.jpg',
    'https://fakefbcdn.net/v/t1.jpg',
    'https://evil.lookaside.fbsbx.com/x',
    'https://evil.cdn.fbsbx.com/x',
    'https://fbsbx.com/x',
    'https://www.instagram.com/p/1',
    'https://127.0.0.1/x',
  ])('do not have %s', (address) => {
    expect(isMetaMedia(new URL(address))).toBe(false);
  });
});
