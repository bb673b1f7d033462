import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';

/** Reports a language that is none of the workspace's; where those are not known, nothing is missed. */
export function checkSpoken(
  language: string,
  languages: readonly string[],
  place: Place,
  report: Report,
): void {
  if (languages.length === 0 || languages.includes(language)) return;
  report.error(place, 'unknown-language', `The workspace does not speak "${language}".`, {
    allowed: languages,
    hint: didYouMean(language, languages) ?? 'Add it to languages in workspace.yaml.',
  });
}
