import type { Template } from '../../core/flow.js';
import { keyPlaceAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import type { Report } from '../report.js';
import { checkSpoken } from './spoken-language.js';

/** One text from those of its languages; an empty code stands for all of them, and is alone. */
export function byLanguage(texts: Iterable<readonly [language: string, text: Template]>): Template {
  const all = Object.fromEntries(texts);
  return all[''] ?? [{ byLanguage: all }];
}

/** What is written by language: in those of the workspace, and in all of them. */
export function checkLanguages(
  node: SourceNode,
  key: string,
  written: readonly string[],
  { languages, report }: { readonly languages: readonly string[]; readonly report: Report },
): void {
  if (languages.length === 0) return;
  const map = nodeAt(node, [key]);
  for (const language of written) {
    checkSpoken(language, languages, keyPlaceAt(map, language) ?? placeAt(node, [key]), report);
  }
  const missing = languages.filter((language) => !written.includes(language));
  if (missing.length === 0) return;
  report.warning(placeAt(node, [key]), 'missing-language', `This is not there in ${missing.join(', ')}.`, {
    hint: 'Who speaks it is answered in another language, or not understood.',
  });
}
