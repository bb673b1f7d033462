import { recogniseCommand } from '../../core/command.js';
import { toMatchText } from '../../core/words.js';
import type { StartWord } from '../flow-source.js';
import type { Report } from '../report.js';

/** What m.me and ig.me links carry. */
const refPattern = /^[A-Za-z0-9_=-]{1,2000}$/u;

const LONGEST_PAYLOAD = 1000;
const LONGEST_KEYWORD = 100;

/** What is wrong with one word that starts a flow, whatever the other flows say. */
export function checkStartWord(start: StartWord, report: Report): void {
  switch (start.kind) {
    case 'exact':
    case 'contains':
      return checkKeyword(start, report);
    case 'ref':
      return checkRef(start, report);
    case 'postback':
      return checkPayload(start, report);
    case 'story_reply':
  }
}

function checkKeyword({ text, place }: StartWord, report: Report): void {
  if (toMatchText(text) === '') {
    report.error(place, 'blank-keyword', `Nothing is left of "${text}" when messages are compared with it.`, {
      hint: 'Case, accents, punctuation and emoji do not matter: write a word.',
    });
    return;
  }
  if (text.length > LONGEST_KEYWORD) {
    report.error(place, 'long-keyword', `A keyword may have up to ${LONGEST_KEYWORD} characters.`);
    return;
  }
  checkCommand(text, place, report);
}

/** STOP is heard before any keyword, in every language; the other commands give way to a keyword. */
function checkCommand(text: string, place: StartWord['place'], report: Report): void {
  const found = recogniseCommand(text);
  if (found === null) return;
  if (found.command === 'stop') {
    report.error(place, 'stop-word', `Who writes "${text}" asks for no more messages, and gets none.`, {
      hint: 'No flow can start with it: choose another keyword.',
    });
    return;
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
}

function checkRef({ text, place }: StartWord, report: Report): void {
  if (refPattern.test(text)) return;
  report.error(place, 'bad-ref', `"${text}" cannot stand in a link.`, {
    hint: 'A ref has letters, digits and - _ = only.',
  });
}

function checkPayload({ text, place }: StartWord, report: Report): void {
  if (text.length <= LONGEST_PAYLOAD) return;
  report.error(place, 'long-payload', `A postback may have up to ${LONGEST_PAYLOAD} characters.`);
}
