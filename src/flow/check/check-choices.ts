import { capabilities } from '../../core/channel.js';
import type { Choice } from '../../core/flow.js';
import type { Place } from '../issue.js';
import { isReservedName } from '../names.js';
import { checkTitle } from './check-length.js';
import type { TextSetting } from './check-length.js';
import { checkNumbered } from './check-numbered.js';
import { isNumbered, replyTitleLimit } from './reply-limits.js';
import { checkStopTitle } from './check-stop-title.js';

/** A tap sends the value back, beside the names of its flow and step. */
const LONGEST_VALUE = 200;

/**
 * What is wrong with choices as buttons, and as words that a contact types instead.
 *
 * @param beside Buttons that the question has of its own.
 */
export function checkChoices(
  choices: readonly Choice[],
  placeOf: (index: number) => Place,
  setting: TextSetting,
  beside = 0,
): void {
  checkNumber(choices, placeOf, setting, beside);
  checkNumbered(choices.length, beside, placeOf, setting);
  const owners = new Map<string, Choice>();
  for (const [index, choice] of choices.entries()) {
    const place = placeOf(index);
    for (const title of Object.values(choice.titles ?? { own: choice.title })) {
      checkTitle(title, (channel) => replyTitleLimit(channel, choices.length + beside), place, setting);
    }
    checkValue(choice, place, setting);
    checkWords(choice, place, setting);
    checkDuplicate(choice, owners, place, setting);
  }
}

function checkNumber(
  choices: readonly Choice[],
  placeOf: (index: number) => Place,
  { vocabulary, report }: TextSetting,
  beside: number,
): void {
  for (const channel of vocabulary.channels) {
    const most = capabilities[channel].quickReplies.most - beside;
    if (choices.length <= most || isNumbered(capabilities[channel], choices.length + beside)) continue;
    report.error(
      placeOf(most),
      'too-many-choices',
      `${channel} shows ${most} choices; here are ${choices.length}.`,
      {
        hint: 'Ask in two steps: first for the kind, then for the one.',
      },
    );
    return;
  }
}

function checkValue({ value }: Choice, place: Place, { report }: TextSetting): void {
  if (isReservedName(value)) report.error(place, 'reserved-name', `"${value}" cannot be used as a value.`);
  if (value.length > LONGEST_VALUE) {
    report.error(place, 'long-value', `A choice's value may have up to ${LONGEST_VALUE} characters.`);
  }
}

function checkWords({ title, titles = {}, words }: Choice, place: Place, { report }: TextSetting): void {
  if (words.length === 0) {
    report.warning(place, 'blank-choice', `"${title}" can be tapped but not typed.`, {
      hint: 'Add words that mean it: also: [...]',
    });
  }
  for (const one of new Set([title, ...Object.values(titles)])) {
    checkStopTitle(one, place, 'Give this choice another title.', report);
  }
}

function checkDuplicate(
  choice: Choice,
  owners: Map<string, Choice>,
  place: Place,
  { report }: TextSetting,
): void {
  const taken = choice.words.find((word) => owners.has(word));
  const owner = taken === undefined ? undefined : owners.get(taken);
  if (owner !== undefined) {
    report.error(place, 'duplicate-choice', `"${taken ?? ''}" already means the choice "${owner.title}".`);
  }
  for (const word of choice.words) if (!owners.has(word)) owners.set(word, choice);
}
