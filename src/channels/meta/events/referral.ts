import type { Referral } from '../../../core/platform-event.js';
import { asFields, type Fields, readId, readText } from '../../fields.js';
import { toldFacts } from '../told-facts.js';
import { type ReadEvent, threadMoment } from './item.js';

/** What an ad, a product or a page tells beside the ref, in Meta's words. */
const adFacts = ['ad_title', 'photo_url', 'video_url', 'post_id', 'flow_id'];

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
  const referral = {
    ref: readText(fields['ref']),
    source: readText(fields['source']),
    adId: readFact(fields['ad_id']),
  };
  const details = readDetails(fields);
  if (Object.keys(details).length > 0) return { ...referral, details };
  return referral.ref === null && referral.source === null && referral.adId === null ? null : referral;
}

/** `ads_context_data` of an ad, `product` of a shop's page, `referer_uri` of a page with a plugin. */
function readDetails(fields: Fields): Readonly<Record<string, string>> {
  const context = asFields(fields['ads_context_data']) ?? {};
  const ofAd = Object.fromEntries(adFacts.map((name) => [name, readFact(context[name])]));
  return toldFacts({
    ...ofAd,
    product_id: readFact(context['product_id']) ?? readFact(asFields(fields['product'])?.['id']),
    referer_uri: readFact(fields['referer_uri']),
  });
}

function readFact(value: unknown): string | null {
  return readText(value) ?? readId(value);
}
