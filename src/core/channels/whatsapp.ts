import { characters, hour, megabyte, second, type ChannelCapabilities } from '../channel-capabilities.js';
import { mediaKinds } from '../message.js';

/**
 * Up to three quick replies are buttons, more are rows of a list; a link is a message of its own kind. Source: Meta,
 * WhatsApp Cloud API, messages and throughput (platforms reference §6.5, §6.6).
 */
export const whatsapp: ChannelCapabilities = {
  text: characters(4096),
  linkText: characters(1024),
  quickReplies: {
    most: 10,
    title: characters(20),
    payload: characters(200),
    list: { above: 3, title: characters(24), label: characters(20) },
  },
  buttons: { most: 3, title: characters(20), payload: characters(200), canCall: false },
  mixesButtons: false,
  cards: { most: 0, title: characters(1024), text: characters(1024) },
  media: {
    kinds: mediaKinds,
    caption: characters(1024),
    captioned: ['image', 'video', 'file'],
    sizes: { image: 5 * megabyte, video: 16 * megabyte, audio: 16 * megabyte, file: 100 * megabyte },
  },
  typing: 25 * second,
  replyWindow: 24 * hour,
  personWindow: null,
  hasTemplates: true,
  hasMarketingTokens: false,
  comments: null,
  sendsPerSecond: 80,
  budgets: [],
  // On average one in six seconds to the same contact, of which 45 may be borrowed from the future.
  contactPace: { burst: 45, every: 6 * second },
  unknownHold: 30 * second,
};
