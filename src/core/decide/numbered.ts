import { takesAnyText } from '../answers/read-answer.js';
import { capabilities } from '../channel.js';
import type { QuickReply } from '../message.js';
import { toMatchText, toWords } from '../words.js';
import { quickRepliesOf } from './ask.js';
import { numberedIn } from './compose.js';
import type { Draft } from './draft.js';
import { hearTap, type Heard } from './heard.js';
import { answerSetting, readSaid } from './question.js';
import { placesIn } from './places.js';
import { openQuestion, type OpenQuestion } from './run-state.js';

/**
 * What a typed number stands for, heard as if it had been tapped: the choice that stands at that place of the list which
 * the contact saw last. Where a choice says that number itself, or the open question takes it as it is, it is no place.
 */
export function hearNumber(draft: Draft, heard: Heard): Heard {
  if (!heard.isTyped || heard.isStoryReply || heard.isStoryMention) return heard;
  const taken = takenBy(draft, placesIn(heard.text));
  const [only, ...more] = taken;
  const open = openQuestion(draft);
  if (only === undefined || (open !== null && isAnswerAsItIs(draft, open, heard))) return heard;
  if (more.length === 0) return { ...heard, ...hearTap(only.payload, only.title) };
  return open?.question.kind?.kind === 'several'
    ? { ...heard, isTyped: false, payloads: taken.map(({ payload }) => payload) }
    : heard;
}

/** What stands at these places; empty where there is nothing at one of them, or where the number may mean another. */
function takenBy(draft: Draft, places: readonly number[]): readonly QuickReply[] {
  const list = places.length === 0 ? [] : listFor(draft);
  const taken = places.flatMap((place) => list[place - 1] ?? []);
  return taken.length < places.length || saysNumber(list, taken, places) ? [] : taken;
}

/** The list that was shown last; else that of the open question, where it stands in one. */
function listFor(draft: Draft): readonly QuickReply[] {
  const { offered, channel } = draft.conversation;
  if (offered && offered.length > 0) return offered;
  const open = openQuestion(draft);
  if (open === null) return [];
  const said = { text: '?', quickReplies: quickRepliesOf(draft, open) };
  return numberedIn(said, capabilities[channel]);
}

/** Whether one of the numbers stands in the words of another choice than the one at its place: "4 people". */
function saysNumber(
  list: readonly QuickReply[],
  taken: readonly QuickReply[],
  places: readonly number[],
): boolean {
  return places.some((place, index) =>
    list.some((one) => one !== taken[index] && toWords(one.title).includes(String(place))),
  );
}

/** Where any words are an answer, the list says which are meant. */
function isAnswerAsItIs(draft: Draft, open: OpenQuestion, heard: Heard): boolean {
  const { question } = open;
  const typed = toMatchText(heard.text);
  if (question.choices.some(({ words }) => words.includes(typed))) return true;
  return !takesAnyText(question) && readSaid(open, heard, answerSetting(draft)) !== null;
}
