import { checkLanguages } from '../translation/in-languages.js';
import type { Wording } from '../translation/read-speech.js';
import { entryAt } from '../yaml/source-node.js';
import type { NamedEntry } from './named-things.js';

/** The text of an entry under that key: one for everybody, or one for each language of the workspace. */
export function readWording(
  { node, report }: Pick<NamedEntry<unknown>, 'node' | 'report'>,
  key: string,
  languages: readonly string[],
): Wording {
  const written = entryAt(node, key)?.value;
  if (written?.kind !== 'map')
    return { text: written?.kind === 'scalar' ? String(written.value).trim() : '' };
  checkLanguages(node, key, [...written.entries.keys()], { languages, report });
  const byLanguage = Object.fromEntries(
    [...written.entries].flatMap(([language, { value }]) =>
      value.kind === 'scalar' ? [[language, String(value.value).trim()]] : [],
    ),
  );
  const [own = ''] = languages;
  return { text: byLanguage[own] ?? Object.values(byLanguage)[0] ?? '', byLanguage };
}
