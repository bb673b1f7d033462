import { bytes, type ChannelCapabilities } from '../channel-capabilities.js';
import { messenger } from './messenger.js';

/**
 * Instagram takes the same messages as Messenger; it counts texts in bytes, and the buttons of its templates open pages
 * or send payloads, but do not call. Source: Meta, Instagram Platform, "Send messages" (platforms reference §4.4).
 */
export const instagram: ChannelCapabilities = {
  ...messenger,
  text: bytes(1000),
  hasMarketingTokens: false,
  buttons: { ...messenger.buttons, canCall: false },
};
