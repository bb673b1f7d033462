import {
  characters,
  day,
  hour,
  megabyte,
  second,
  type ChannelCapabilities,
  type CommentLimits,
} from '../channel-capabilities.js';
import { mediaKinds } from '../message.js';

/** Source: Meta, private replies, rate limits (platforms reference §3.4, §5.2). */
export const metaComments: CommentLimits = {
  privateReplyLasts: 7 * day,
  privateQuickReplies: true,
  privateReplies: { most: 750, per: hour },
  publicReplies: { most: 60, per: hour },
};

/** Source: Meta, Messenger Send API, private replies, rate limits (platforms reference §3.3, §3.4, §5.2). */
export const messenger: ChannelCapabilities = {
  text: characters(2000),
  linkText: characters(640),
  quickReplies: { most: 13, title: characters(20), payload: characters(1000) },
  buttons: { most: 3, title: characters(20), payload: characters(1000), canCall: true },
  mixesButtons: true,
  cards: { most: 10, title: characters(80), text: characters(80) },
  media: {
    kinds: mediaKinds,
    caption: null,
    captioned: [],
    sizes: { image: 25 * megabyte, video: 25 * megabyte, audio: 25 * megabyte, file: 25 * megabyte },
  },
  typing: 20 * second,
  replyWindow: 24 * hour,
  personWindow: 7 * day,
  hasTemplates: false,
  hasMarketingTokens: true,
  comments: metaComments,
  sendsPerSecond: 300,
  ownRates: { media: { kinds: ['audio', 'video'], perSecond: 10 } },
  budgets: [],
  contactPace: null,
  unknownHold: 30 * second,
};
