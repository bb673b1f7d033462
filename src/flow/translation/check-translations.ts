import type { ReadFlow } from '../flow-source.js';
import { nearestWord } from '../nearest-word.js';
import type { Report } from '../report.js';
import type { Translation } from './translation-file.js';

/**
 * Texts that are not there in a language that their flow speaks, flows that do not speak one that others do, and
 * translations of what is not said any more. A workspace may understand a language in which it says nothing yet.
 */
export function checkTranslations(flows: readonly ReadFlow[], report: Report): void {
  const [own, ...others] = flows[0]?.notes.vocabulary.languages ?? [];
  if (own === undefined) return;
  for (const language of others.filter((one) => flows.some((flow) => speaks(flow, one)))) {
    for (const flow of flows) checkLanguage(flow, { own, language }, report);
  }
  const speaksTwo = flows.some(({ notes }) => notes.speeches.some(({ languages }) => languages.length > 1));
  for (const flow of flows) {
    if (speaksTwo) checkOwnLanguage(flow, own, report);
    for (const translation of flow.notes.translations) checkUnused(flow, translation, report);
  }
}

function speaks({ notes: { speeches, translations } }: ReadFlow, language: string): boolean {
  return (
    translations.some((translation) => translation.language === language) ||
    speeches.some(({ languages }) => languages.includes(language))
  );
}

function checkLanguage(
  flow: ReadFlow,
  { own, language }: { readonly own: string; readonly language: string },
  report: Report,
): void {
  const said = flow.notes.speeches;
  if (said.length === 0) return;
  if (!speaks(flow, language)) {
    report.warning(
      flow.place,
      'untranslated-flow',
      `Other flows speak ${language}; this one says nothing in it.`,
      {
        hint: `Translate it in ${siblingOf(flow, language)}, or text by text: { ${own}: …, ${language}: … }`,
      },
    );
    return;
  }
  for (const { place } of said.filter(({ languages }) => !languages.includes(language))) {
    report.warning(place, 'missing-language', `This is not said in ${language}.`, {
      hint: flow.notes.translations.some((one) => one.language === language)
        ? `Add it to ${siblingOf(flow, language)}.`
        : 'Who speaks it reads it in another language.',
    });
  }
}

function checkOwnLanguage(flow: ReadFlow, own: string, report: Report): void {
  for (const { place } of flow.notes.speeches.filter(({ languages }) => !languages.includes(own))) {
    report.warning(place, 'missing-language', `This is not said in ${own}.`, {
      hint: 'Who speaks it reads it in another language.',
    });
  }
}

function checkUnused({ notes }: ReadFlow, { language, texts }: Translation, report: Report): void {
  const open = [...texts].filter(([, text]) => !notes.usedTranslations.has(text));
  const untranslated = notes.speeches.filter(({ languages }) => !languages.includes(language));
  for (const [source, text] of open) {
    const near = nearestWord(
      source,
      untranslated.map((speech) => speech.source),
    );
    report.warning(text.source.place, 'stale-translation', 'The flow does not say this any more.', {
      hint: near === null ? 'Take it out.' : `It says now: "${near}"`,
    });
  }
}

function siblingOf({ notes: { file } }: ReadFlow, language: string): string {
  return file.replace(/\.yaml$/u, `.${language}.yaml`);
}
