import { characters, day, second, type ChannelCapabilities } from '../channel-capabilities.js';

const minute = 60 * second;

/**
 * Words only: no buttons, no typing, and of a picture its address. Automation answers who wrote first, and nobody else.
 * Source: X, Direct Messages API v2 and automation rules (platforms reference §8.3, §8.4).
 */
export const x: ChannelCapabilities = {
  text: characters(10_000),
  // Under it the link is said in a line of its own, which counts too.
  linkText: characters(9_000),
  quickReplies: { most: 0, title: characters(100), payload: characters(1000) },
  buttons: { most: 0, title: characters(100), payload: characters(1000), canCall: false },
  mixesButtons: false,
  cards: { most: 0, title: characters(1000), text: characters(1000) },
  media: { kinds: [], caption: null, captioned: [], sizes: { image: 0, video: 0, audio: 0, file: 0 } },
  typing: 0,
  replyWindow: null,
  personWindow: null,
  hasTemplates: false,
  hasMarketingTokens: false,
  comments: null,
  sendsPerSecond: 5,
  budgets: [
    { most: 15, per: 15 * minute },
    { most: 1_440, per: day },
  ],
  contactPace: null,
  unknownHold: 30 * second,
};
