import { bytes, megabyte, type ChannelCapabilities } from '../channel-capabilities.js';
import { mediaKinds } from '../message.js';
import { messenger, metaComments } from './messenger.js';

/**
 * Instagram takes the same messages as Messenger; it counts texts in bytes, and the buttons of its templates open pages
 * or send payloads, but do not call, and a private reply to a comment has no quick replies. Media of any kind count apart,
 * and so do private replies under a live broadcast. Source: Meta, Instagram Platform, "Send messages" (platforms reference §4.4, §5.2).
 */
export const instagram: ChannelCapabilities = {
  ...messenger,
  text: bytes(1000),
  hasMarketingTokens: false,
  comments: { ...metaComments, privateQuickReplies: false },
  buttons: { ...messenger.buttons, canCall: false },
  media: { ...messenger.media, sizes: { ...messenger.media.sizes, image: 8 * megabyte } },
  ownRates: { media: { kinds: mediaKinds, perSecond: 10 }, liveReplies: { perSecond: 100 } },
};
