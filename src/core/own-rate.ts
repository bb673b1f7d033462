import { capabilities, type SupportedChannel } from './channel.js';
import type { Basis, MessageBody } from './message.js';

/** Sorts of messages that a platform may count apart from the account's others. */
export const ratesApart = ['media', 'liveReplies'] as const;
export type RatedApart = (typeof ratesApart)[number];

/** Which sort a message is; undefined: it counts with all others. A reply under a broadcast is that, whatever it carries. */
export function ratedApart(
  channel: SupportedChannel,
  { body, basis }: { readonly body: MessageBody; readonly basis: Basis },
): RatedApart | undefined {
  const { ownRates } = capabilities[channel];
  if (isLiveReply(channel, basis)) return 'liveReplies';
  const { kind } = body.media ?? {};
  return kind !== undefined && ownRates?.media?.kinds.includes(kind) ? 'media' : undefined;
}

/** Private replies under a live broadcast are those that are taken for a shorter time (see `decideComment`). */
export function isLiveReply(channel: SupportedChannel, basis: Basis): boolean {
  const { comments, ownRates } = capabilities[channel];
  if (basis.kind !== 'private_reply' || comments === null || ownRates?.liveReplies === undefined)
    return false;
  const { until, commentedAt } = basis;
  return commentedAt !== undefined && until - commentedAt < comments.privateReplyLasts;
}
