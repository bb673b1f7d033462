import { bytes, characters, megabyte, second, type ChannelCapabilities } from '../channel-capabilities.js';
import { mediaKinds } from '../message.js';

/**
 * Quick replies and buttons are both keys of an inline keyboard; a bot writes to nobody who has not started it, and then
 * at any time. Source: Telegram Bot API 10.1, sendMessage, InlineKeyboardButton; Bots FAQ, limits (platforms reference §7.3).
 */
export const telegram: ChannelCapabilities = {
  text: characters(4096),
  linkText: characters(4096),
  quickReplies: { most: 50, title: characters(64), payload: bytes(64) },
  buttons: { most: 10, title: characters(64), payload: bytes(64), canCall: false },
  mixesButtons: true,
  cards: { most: 0, title: characters(1024), text: characters(1024) },
  media: {
    kinds: mediaKinds,
    caption: characters(1024),
    captioned: mediaKinds,
    sizes: { image: 5 * megabyte, video: 20 * megabyte, audio: 20 * megabyte, file: 20 * megabyte },
  },
  typing: 5 * second,
  replyWindow: null,
  personWindow: null,
  hasTemplates: false,
  hasMarketingTokens: false,
  comments: null,
  sendsPerSecond: 30,
  budgets: [],
  contactPace: { burst: 3, every: second },
  unknownHold: 30 * second,
};
