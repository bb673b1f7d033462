import type { z } from 'zod';
import type { deskAnswer } from '../../contract/desk.js';
import type { Event } from '../../core/event.js';
import type { Referral } from '../../core/platform-event.js';
import type { Origin } from '../../store/desk.js';
import { showMoment } from './show-moment.js';

type Answer = NonNullable<z.input<typeof deskAnswer>['origin']>;
type Told = Omit<Answer, 'at'>;

/** Null: it does not say what they came by. */
export function showOrigin({ via, text, at, event }: Origin): Answer | null {
  const told = event === null ? byWayIn(via, text) : byEvent(event);
  return told && { ...told, at: showMoment(at) };
}

function byEvent(event: Event): Told | null {
  switch (event.kind) {
    case 'commentPosted':
      return {
        kind: event.isLive ? 'live_comment' : 'comment',
        text: orNull(event.text),
        post: event.originalPostId ?? event.postId,
        url: null,
      };
    case 'messageReceived':
      if (event.storyReply !== null)
        return { kind: 'story_reply', text: orNull(event.text), post: event.storyReply.id, url: null };
      if (event.storyMention === true)
        return { kind: 'story_mention', text: orNull(event.text), post: null, url: null };
      return event.referral && byReferral(event.referral);
    case 'postbackReceived':
    case 'referralReceived':
      return event.referral && byReferral(event.referral);
    case 'optedIn':
      return { kind: 'link', text: event.ref, post: null, url: null };
    default:
      return null;
  }
}

/** Who comes by an advertisement has its id, or at least the platform's word that it was one. */
function byReferral({ ref, source, adId, details = {} }: Referral): Told {
  const isAd = adId !== null || source === 'ADS';
  const url = Object.values(details).find((value) => /^https:\/\//.test(value)) ?? null;
  return { kind: isAd ? 'ad' : 'link', text: ref, post: adId, url };
}

const waysIn = { comment: 'comment', story_reply: 'story_reply', referral: 'link' } as const;

function byWayIn(via: Origin['via'], text: string): Told | null {
  if (via !== 'comment' && via !== 'story_reply' && via !== 'referral') return null;
  return { kind: waysIn[via], text: orNull(text), post: null, url: null };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
