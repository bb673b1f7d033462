import { recogniseCommand } from '../../core/command.js';
import type { FaqPhrasing } from '../../core/faq.js';
import { toMatchText } from '../../core/words.js';
import type { Place } from '../issue.js';
import { nodeAt, placeAt } from '../yaml/source-node.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';
import type { WrittenQuestion } from './faq-shape.js';
import { checkLanguages } from '../translation/in-languages.js';
import type { FaqSetting } from './faq-setting.js';

export interface PlacedPhrasing extends FaqPhrasing {
  readonly place: Place;
}

/** Longer than a question; nobody would ask it so again. */
const LONGEST = 300;

/** How people ask, as far as a message can be compared with it. */
export function readPhrasings(
  node: SourceNode,
  { ask }: WrittenQuestion,
  setting: FaqSetting,
): readonly PlacedPhrasing[] {
  const placed = Array.isArray(ask)
    ? placePhrasings(node, ask, '', ['ask'])
    : Object.entries(ask).flatMap(([language, texts]) =>
        placePhrasings(node, texts, language, ['ask', language]),
      );
  if (!Array.isArray(ask)) checkLanguages(node, 'ask', Object.keys(ask), setting);
  return placed.filter((phrasing) => isUsable(phrasing, setting));
}

function placePhrasings(
  node: SourceNode,
  texts: readonly string[],
  language: string,
  at: NodePath,
): readonly PlacedPhrasing[] {
  const isList = nodeAt(node, at)?.kind === 'list';
  return texts.map((text, index) => ({
    text,
    language,
    place: placeAt(node, isList ? [...at, index] : at),
  }));
}

function isUsable({ text, place }: PlacedPhrasing, { report }: FaqSetting): boolean {
  if (toMatchText(text) === '') {
    report.error(
      place,
      'blank-phrasing',
      `Nothing is left of "${text}" when messages are compared with it.`,
      {
        hint: 'Case, accents, punctuation and emoji do not matter: write words.',
      },
    );
    return false;
  }
  if (text.includes('{{')) {
    report.error(place, 'placeholder-not-here', 'People do not write {{ }}: a phrasing takes none.');
    return false;
  }
  if (text.length > LONGEST) {
    report.error(place, 'long-phrasing', `A phrasing may have up to ${LONGEST} characters.`);
    return false;
  }
  return isNoCommand(text, place, { report });
}

/** Commands are heard before any question. */
function isNoCommand(text: string, place: Place, { report }: Pick<FaqSetting, 'report'>): boolean {
  const found = recogniseCommand(text);
  if (found === null) return true;
  if (found.command === 'stop') {
    report.error(place, 'stop-word', `Who writes "${text}" asks for no more messages, and gets none.`, {
      hint: 'No question can be asked with it: choose other words.',
    });
    return false;
  }
  report.warning(
    place,
    'phrasing-unheard',
    `"${text}" is a command, and is obeyed before any question is looked for.`,
    {
      hint: 'Leave it out, or say it in other words.',
    },
  );
  return true;
}
