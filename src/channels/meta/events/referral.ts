import type { Referral } from '../../../core/event.js';
import { asFields, readId, readText } from '../../fields.js';
import { type ReadEvent, threadMoment } from './item.js';

/** The contact came to an existing thread by an ig.me or m.me link, or by an ad. */
export const readReferralEvent: ReadEvent = (event, item) => {
  const referral = readReferral(event);
  if (referral === null) return { reason: 'a referral without a ref, a source or an ad' };
  return {
    key: `referral:${threadMoment(item)}:${referral.ref ?? referral.adId ?? ''}`,
    content: { kind: 'referralReceived', occurredAt: item.occurredAt, referral },
  };
};

/** A referral where it stands: in its own event, in a first message from an ad, or in the press of Get Started. */
export function readReferral(value: unknown): Referral | null {
  const fields = asFields(value);
  if (fields === null) return null;
  const referral: Referral = {
    ref: readText(fields['ref']),
    source: readText(fields['source']),
    adId: readText(fields['ad_id']) ?? readId(fields['ad_id']),
  };
  return referral.ref === null && referral.source === null && referral.adId === null ? null : referral;
}
