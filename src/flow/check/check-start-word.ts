import { recogniseCommand } from '../../core/command.js';
import { NEAR_LETTERS } from '../../core/keyword.js';
import { nearStopWord } from '../../core/stop-words.js';
import { readTextPattern } from '../../core/text-pattern.js';
import { foldText, toMatchText, toWords } from '../../core/words.js';
import type { StartWord } from '../flow-source.js';
import type { Report } from '../report.js';

/** What m.me and ig.me links carry. */
const refPattern = /^[A-Za-z0-9_=-]{1,2000}$/u;

const LONGEST_PAYLOAD = 1000;
const LONGEST_KEYWORD = 100;
const LONGEST_ICE_BREAKER = 80;
const LONGEST_MENU_ENTRY = 30;

type Word = Pick<StartWord, 'kind' | 'text' | 'place'>;

/** What is wrong with one word that starts a flow, whatever the other flows say. */
export function checkStartWord(start: Word, report: Report): void {
  switch (start.kind) {
    case 'exact':
    case 'contains':
    case 'starts_with':
      checkKeyword(start, report);
      return;
    case 'near':
      return checkNear(start, report);
    case 'pattern':
      return checkPattern(start, report);
    case 'comment':
    case 'story_reply':
      checkBlank(start, report);
      return;
    case 'ref':
      return checkRef(start, report);
    case 'postback':
      return checkPayload(start, report);
    case 'ice_breaker':
      return checkTitle(start, LONGEST_ICE_BREAKER, 'An ice breaker', report);
    case 'menu':
      return checkTitle(start, LONGEST_MENU_ENTRY, 'A menu entry', report);
    case 'ad':
    case 'story_mention':
    case 'first_message':
    case 'outside_hours':
    case 'after':
  }
}

/** Whether it can be a keyword at all. */
function checkKeyword(start: Word, report: Report): boolean {
  const { text, place } = start;
  if (checkBlank(start, report)) return false;
  if (text.length > LONGEST_KEYWORD) {
    report.error(place, 'long-keyword', `A keyword may have up to ${LONGEST_KEYWORD} characters.`);
    return false;
  }
  return checkCommand(start, report);
}

/** Whether nothing is left of it. */
function checkBlank({ text, place }: Word, report: Report): boolean {
  if (toMatchText(text) !== '') return false;
  report.error(place, 'blank-keyword', `Nothing is left of "${text}" when messages are compared with it.`, {
    hint: 'Case, accents, punctuation and emoji do not matter: write a word.',
  });
  return true;
}

/** STOP is heard before any keyword, in every language; the other commands give way to a keyword. */
function checkCommand({ text, place }: Word, report: Report): boolean {
  const found = recogniseCommand(text);
  if (found === null) return true;
  if (found.command === 'stop') {
    report.error(place, 'stop-word', `Who writes "${text}" asks for no more messages, and gets none.`, {
      hint: 'No flow can start with it: choose another keyword.',
    });
    return false;
  }
  const usual = {
    start: 'to be written to again',
    help: 'for help',
    person: 'for a person',
    restart: 'to begin again',
    back: 'to go back',
  }[found.command];
  report.warning(
    place,
    'command-word',
    `People write "${text}" to ask ${usual}; here it starts a flow instead.`,
    {
      hint: 'Choose another keyword, unless the flow answers that too.',
    },
  );
  return true;
}

/** Who slips on a stop word must not land in a flow. */
function checkNear(start: Word, report: Report): void {
  if (!checkKeyword(start, report)) return;
  const { text, place } = start;
  const words = toWords(text);
  if (words.every((word) => [...word].length < NEAR_LETTERS)) {
    report.warning(
      place,
      'short-near-word',
      `"${text}" has no word of ${NEAR_LETTERS} letters: no slip in it is forgiven.`,
      { hint: `Write keyword: ${text}` },
    );
    return;
  }
  const stop = nearStopWord(words);
  if (stop === null) return;
  report.error(
    place,
    'near-stop-word',
    `"${text}" is one slip away from "${stop}", which ends all messages.`,
    {
      hint: `Write keyword: ${text}, so that it is met only as it stands.`,
    },
  );
}

function checkPattern({ text, place }: Word, report: Report): void {
  const reading = readTextPattern(text);
  if (!reading.ok) {
    report.error(place, 'bad-pattern', `This pattern cannot be used: ${reading.problem}.`, {
      hint: 'It takes RE2 syntax: letters, [0-9], \\d, ?, *, +, | and groups, but no look-around and no back-references.',
    });
    return;
  }
  if (reading.pattern.fitsNothing) {
    report.warning(place, 'loose-pattern', 'Nothing at all fits this pattern, and so do most messages.', {
      hint: 'Say what must stand in the message.',
    });
  }
  const accented = [...text].find((letter) => foldText(letter).trim() !== letter.toLowerCase().trim());
  if (accented === undefined) return;
  report.error(
    place,
    'accent-in-pattern',
    `"${accented}" is never met: accents are taken off a message first.`,
    {
      hint: `Write "${foldText(accented).trim()}".`,
    },
  );
}

function checkRef({ text, place }: Word, report: Report): void {
  if (refPattern.test(text)) return;
  report.error(place, 'bad-ref', `"${text}" cannot stand in a link.`, {
    hint: 'A ref has letters, digits and - _ = only.',
  });
}

function checkPayload({ text, place }: Word, report: Report): void {
  if (text.length <= LONGEST_PAYLOAD) return;
  report.error(place, 'long-payload', `A postback may have up to ${LONGEST_PAYLOAD} characters.`);
}

function checkTitle({ text, place }: Word, most: number, what: string, report: Report): void {
  if (text.length <= most) return;
  report.error(
    place,
    'long-button-title',
    `${what} may have up to ${most} characters, and this has ${text.length}.`,
  );
}
