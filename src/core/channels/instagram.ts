import { bytes, type ChannelCapabilities } from '../channel-capabilities.js';
import { messenger, metaComments } from './messenger.js';

/**
 * Instagram takes the same messages as Messenger; it counts texts in bytes, and the buttons of its templates open pages
 * or send payloads, but do not call, and a private reply to a comment has
 * no quick replies. Source: Meta, Instagram Platform, "Send messages" (platforms reference §4.4, §5.2).
 */
export const instagram: ChannelCapabilities = {
  ...messenger,
  text: bytes(1000),
  hasMarketingTokens: false,
  comments: { ...metaComments, privateQuickReplies: false },
  buttons: { ...messenger.buttons, canCall: false },
};
