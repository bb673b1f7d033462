import { z } from 'zod';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, name, text } from '../shape/values.js';
import type { Vocabulary } from '../vocabulary.js';
import { entryAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { ScalarNode, SourceNode } from '../yaml/source-node.js';

/** A sibling of a flow's file, such as `guide.de.yaml`: what the flow says, in one more language. */
export interface Translation {
  readonly file: string;
  readonly language: string;
  readonly flow: string;
  readonly flowPlace: Place;
  /** By the text of the flow that each stands for, see `sourceOf`. */
  readonly texts: ReadonlyMap<string, TranslatedText>;
}

export interface TranslatedText {
  readonly source: ScalarNode;
  readonly translation: ScalarNode;
}

const sibling = /\.([a-z]{2,3})\.yaml$/u;

/** The language that a file's name says it is for; null: it is no translation. */
export function languageOfFile(path: string): string | null {
  return sibling.exec(path)?.[1] ?? null;
}

/** Texts are found again however their lines were broken. */
export function sourceOf(written: string): string {
  return written.trim().replace(/\s+/gu, ' ');
}

export const translationShape = mapping({
  flow: name.describe('The flow whose texts these are.'),
  texts: z
    .array(z.record(z.string(), text))
    .min(1)
    .describe(
      'Each text in the language of the flow and in this one, such as `- en: Hello` and `de: Hallo`.',
    ),
});

interface TranslationReading {
  readonly file: string;
  readonly language: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** A translation file; null where it does not say whose texts it holds. */
export function readTranslation(
  node: SourceNode,
  { file, language, vocabulary: { languages }, report }: TranslationReading,
): Translation | null {
  const { value } = readShape(translationShape, node, report);
  const [own = 'en'] = languages;
  if (languages.length > 0 && !languages.slice(1).includes(language)) {
    report.error(placeAt(node, ['flow']), 'unknown-language', `Nothing is translated into "${language}".`, {
      allowed: languages.slice(1),
      hint: 'The name of the file says the language, which is one of `languages` in workspace.yaml, after the first.',
    });
  }
  if (value === null) return null;
  const list = nodeAt(node, ['texts']);
  const items = list?.kind === 'list' ? list.items : [];
  const texts = new Map<string, TranslatedText>();
  for (const item of items) {
    const found = readPair(item, own, language, report);
    if (found === null) continue;
    const source = sourceOf(String(found.source.value));
    const first = texts.get(source);
    if (first === undefined) texts.set(source, found);
    else {
      report.warning(found.source.place, 'repeated-translation', 'This text is translated twice.', {
        hint: `The first one counts; it stands in line ${first.source.place.line}.`,
      });
    }
  }
  return { file, language, flow: value.flow, flowPlace: placeAt(node, ['flow']), texts };
}

function readPair(item: SourceNode, own: string, language: string, report: Report): TranslatedText | null {
  if (item.kind !== 'map') return null;
  for (const [key, { keyPlace }] of item.entries) {
    if (key === own || key === language) continue;
    report.error(keyPlace, 'unknown-key', `"${key}" means nothing here.`, { allowed: [own, language] });
  }
  const source = textUnder(own, item, report);
  const translation = textUnder(language, item, report);
  return source && translation && { source, translation };
}

/** What is no text has been reported. */
function textUnder(key: string, item: SourceNode, report: Report): ScalarNode | null {
  const found = entryAt(item, key)?.value;
  if (found === undefined) report.error(item.place, 'missing-key', `"${key}" is missing; it takes a text.`);
  return found?.kind === 'scalar' ? found : null;
}
