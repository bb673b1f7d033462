import type { Template } from '../../core/flow.js';
import { checkNeverSay } from '../check/check-never-say.js';
import type { FlowNotes } from '../flow-source.js';
import { parseTemplate } from '../template-syntax.js';
import type { ScalarNode, SourceNode } from '../yaml/source-node.js';
import { checkSpoken } from './spoken-language.js';
import { sourceOf } from './translation-file.js';

/** A text that is shown as it is, with what it is in other languages. */
export interface Wording {
  readonly text: string;
  /** Left out where it is the same in all of them. */
  readonly byLanguage?: Readonly<Record<string, string>>;
}

/** A text with placeholders that is not said to the contact, or is the same for everybody. */
export function readTemplate(node: SourceNode | undefined, step: string, notes: FlowNotes): Template {
  return isText(node) ? templateOf(node, step, notes) : [];
}

/** A text that is shown as it is, the same for everybody. */
export function readLiteral(node: SourceNode | undefined, notes: FlowNotes): string {
  return isText(node) ? literalOf(node, notes) : '';
}

/** What is said to a contact, in every language that there is of it. */
export function readSpeech(node: SourceNode | undefined, step: string, notes: FlowNotes): Template {
  const wordings = wordingsOf(node, notes);
  const templates = wordings.map(([language, said]) => [language, templateOf(said, step, notes)] as const);
  const [only, second] = templates;
  if (only === undefined) return [];
  return second === undefined ? only[1] : [{ byLanguage: Object.fromEntries(templates) }];
}

/** As `readSpeech`, of a text that takes no placeholders. */
export function readWording(node: SourceNode | undefined, notes: FlowNotes): Wording {
  const wordings = wordingsOf(node, notes);
  const texts = wordings.map(([language, said]) => [language, literalOf(said, notes)] as const);
  const [first, second] = texts;
  if (first === undefined) return { text: '' };
  const [own] = notes.vocabulary.languages;
  const [, text] = texts.find(([language]) => language === own) ?? first;
  return { text, ...(second !== undefined && { byLanguage: Object.fromEntries(texts) }) };
}

type LanguageWording = readonly [language: string, said: ScalarNode];

/** The texts that stand for one, by language: that of the flow first. */
function wordingsOf(node: SourceNode | undefined, notes: FlowNotes): readonly LanguageWording[] {
  const [own = 'en'] = notes.vocabulary.languages;
  if (node?.kind === 'map') return noted(inlineWordings(node, notes), node, notes);
  if (!isText(node)) return [];
  const source = sourceOf(String(node.value));
  const translated = notes.translations.flatMap(({ language, texts }): readonly LanguageWording[] => {
    const found = texts.get(source);
    if (found === undefined) return [];
    notes.usedTranslations.add(found);
    return [[language, found.translation]];
  });
  return noted([[own, node], ...translated], node, notes);
}

function inlineWordings(
  node: Extract<SourceNode, { kind: 'map' }>,
  { vocabulary: { languages }, report }: FlowNotes,
): readonly LanguageWording[] {
  return [...node.entries].flatMap(([language, { keyPlace, value }]): readonly LanguageWording[] => {
    checkSpoken(language, languages, keyPlace, report);
    return isText(value) ? [[language, value]] : [];
  });
}

function noted(
  wordings: readonly LanguageWording[],
  { place }: SourceNode,
  { speeches }: FlowNotes,
): readonly LanguageWording[] {
  const source = sourceOf(String(wordings[0]?.[1].value ?? ''));
  speeches.push({ place, source, languages: wordings.map(([language]) => language) });
  return wordings;
}

function templateOf(node: ScalarNode, step: string, notes: FlowNotes): Template {
  const text = String(node.value).trimEnd();
  const { template, uses } = parseTemplate(text, node.placeOf, notes.report);
  for (const { placeholder, hasFallback, place } of uses) {
    const { source, name } = placeholder;
    if (source === 'contact') notes.mentions.push({ kind: 'contact', name, place });
    if (source === 'answer') {
      const mention = { kind: 'answer', name, step, place, allowsUnknown: hasFallback } as const;
      notes.mentions.push({ ...mention, values: [], isShown: true });
    }
  }
  checkNeverSay(template, node.place, notes);
  return template;
}

function literalOf(node: ScalarNode, notes: FlowNotes): string {
  const text = String(node.value).trim();
  if (text.includes('{{')) {
    notes.report.error(node.place, 'placeholder-not-here', 'This text is shown as it is: it takes no {{ }}.');
  }
  checkNeverSay([text], node.place, notes);
  return text;
}

function isText(node: SourceNode | undefined): node is ScalarNode {
  return node?.kind === 'scalar' && typeof node.value === 'string';
}
