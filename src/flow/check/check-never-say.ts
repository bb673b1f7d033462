import type { Template } from '../../core/flow.js';
import { toMatchText } from '../../core/words.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';

export interface SpeechSetting {
  readonly vocabulary: { readonly neverSay: readonly string[] };
  readonly report: Report;
}

/** Stands for what a placeholder will show: no word of an author. */
const GAP = ' \u0001 ';

/** Words that the workspace has sworn off, compared as keywords are: case, accents and punctuation do not matter. */
export function checkNeverSay(text: Template, place: Place, { vocabulary, report }: SpeechSetting): void {
  if (vocabulary.neverSay.length === 0) return;
  const said = ` ${text.map((part) => (typeof part === 'string' ? toMatchText(part) : GAP)).join(' ')} `;
  for (const words of vocabulary.neverSay) {
    const sought = toMatchText(words);
    if (sought === '' || !said.includes(` ${sought} `)) continue;
    report.error(place, 'never-say', `This workspace never says "${words}".`, {
      hint: 'Say it in other words, or take it out of never_say in workspace.yaml.',
    });
    return;
  }
}
