import { capabilities } from '../../core/channel.js';
import type { Place } from '../issue.js';
import type { TextSetting } from './check-length.js';
import { isNumbered } from './reply-limits.js';

/**
 * A channel that shows only so many to be tapped shows all of more in words, with their numbers. Where it has none at all
 * that is its way, and nothing to be warned about.
 *
 * @param beside Others that are shown with them.
 */
export function checkNumbered(
  count: number,
  beside: number,
  placeOf: (index: number) => Place,
  { vocabulary, report }: TextSetting,
): void {
  const channel = vocabulary.channels.find((one) => {
    const limits = capabilities[one];
    return limits.quickReplies.most > 0 && isNumbered(limits, count + beside);
  });
  if (channel === undefined) return;
  const { most } = capabilities[channel].quickReplies;
  report.warning(
    placeOf(most - beside),
    'told-in-words',
    `${channel} shows up to ${most} to be tapped; these ${count + beside} stand in the text with their numbers.`,
    { hint: 'They are answered by number or by words. With fewer of them people can tap.' },
  );
}
