import { characters, type ChannelCapabilities } from '../channel-capabilities.js';
import { messenger } from './messenger.js';

/** Our own, for trying flows out: it carries what Messenger does, without its limits. */
export const simulator: ChannelCapabilities = {
  ...messenger,
  text: characters(20_000),
  linkText: characters(2000),
  replyWindow: null,
  hasMarketingTokens: false,
  sendsPerSecond: 10_000,
  unknownHold: 0,
};
