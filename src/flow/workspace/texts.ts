import { builtInPhrases } from '../../core/built-in-phrases.js';
import { COMMAND_LANGUAGES } from '../../core/languages/all.js';
import { englishPhrases } from '../../core/phrases-en.js';
import type { PhraseSet } from '../../core/phrases.js';
import { answerPhraseKeys } from './answer-texts.js';
import type { PhraseKey } from './answer-texts.js';
import { checkNeverSay } from '../check/check-never-say.js';
import type { SpeechSetting } from '../check/check-never-say.js';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, text } from '../shape/values.js';
import { placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

/** What is said of questions of the FAQ, what stands on a list of answers, and that a machine speaks. */
const faqPhraseKeys = {
  didYouMean: { key: 'did_you_mean', values: [] },
  noneOfThese: { key: 'none_of_these', values: [] },
  askPerson: { key: 'ask_person', values: [] },
  choose: { key: 'choose', values: [] },
  disclosure: { key: 'disclosure', values: ['brand'] },
} as const satisfies Partial<Record<keyof PhraseSet, PhraseKey>>;

/** What is said where the contact goes on elsewhere. */
const escalationPhraseKeys = {
  escalatedEmail: { key: 'escalated_email', values: ['team', 'to', 'reference'] },
  escalatedPhone: { key: 'escalated_phone', values: ['team', 'to', 'reference'] },
  escalatedTicket: { key: 'escalated_ticket', values: ['reference'] },
} as const satisfies Partial<Record<keyof PhraseSet, PhraseKey>>;

/** These have come later than the rest: where they are not written English is spoken, and the workspace works. */
const laterPhraseKeys = { ...faqPhraseKeys, ...escalationPhraseKeys, ...answerPhraseKeys };

/** What each of the server's own texts is called in a file, and what may stand in {{ }} in it. */
const phraseKeys: Readonly<Record<keyof PhraseSet, PhraseKey>> = {
  stopped: { key: 'stopped', values: [] },
  started: { key: 'started', values: [] },
  help: { key: 'help', values: ['brand', 'keywords'] },
  notUnderstood: { key: 'not_understood', values: ['brand', 'keywords'] },
  retry: { key: 'retry', values: [] },
  yes: { key: 'yes', values: [] },
  no: { key: 'no', values: [] },
  handoffOpen: { key: 'handoff_open', values: ['team', 'within'] },
  handoffOpenNoPromise: { key: 'handoff_open_no_promise', values: ['team'] },
  handoffClosed: { key: 'handoff_closed', values: ['team', 'opens'] },
  ...laterPhraseKeys,
};

const phraseNames = Object.keys(phraseKeys) as readonly (keyof PhraseSet)[];
export const phraseShape = mapping(
  Object.fromEntries(phraseNames.map((phrase) => [phraseKeys[phrase].key, phraseText(phrase).optional()])),
);

/** The workspace's own words by language; a language that has none of ours needs all of them. */
export function readTexts(
  node: SourceNode | undefined,
  languages: readonly string[],
  setting: SpeechSetting,
): Readonly<Record<string, Partial<PhraseSet>>> {
  if (node?.kind !== 'map') return {};
  const known = [...new Set([...languages, ...builtInPhrases.keys()])];
  return Object.fromEntries(
    [...node.entries].map(([language, { keyPlace, value }]) => {
      if (!known.includes(language)) reportLanguage(language, known, keyPlace, setting.report);
      return [language, readPhrases(value, setting)];
    }),
  );
}

/** Languages in which neither we nor the workspace know what to say, and those in which we do not hear commands. */
export function checkLanguages(
  languages: readonly string[],
  placeOf: (index: number) => Place,
  texts: Readonly<Record<string, Partial<PhraseSet>>>,
  report: Report,
): void {
  for (const [index, language] of languages.entries()) {
    const phrases: Partial<PhraseSet> = (Object.hasOwn(texts, language) && texts[language]) || {};
    if (builtInPhrases.has(language)) {
      checkCommands(language, placeOf(index), report);
      continue;
    }
    const unsaid = phraseNames.filter((phrase) => phrases[phrase] === undefined);
    const missing = unsaid.filter((phrase) => !Object.hasOwn(laterPhraseKeys, phrase));
    if (unsaid.length === 0) {
      checkCommands(language, placeOf(index), report);
      continue;
    }
    if (missing.length === 0) {
      warnOfEnglish(language, unsaid, placeOf(index), report);
      continue;
    }
    report.error(
      placeOf(index),
      'missing-texts',
      `We do not speak "${language}": its texts are yours to write.`,
      {
        hint: `Under texts, ${language} needs ${missing.map((phrase) => phraseKeys[phrase].key).join(', ')}.`,
        allowed: [...builtInPhrases.keys()],
      },
    );
  }
}

/**
 * STOP and its kin, "back", "start over", "a person, please": whoever writes them in another language is not heard. Said
 * by itself once all texts are written in it, which must say what to write instead.
 */
function checkCommands(language: string, place: Place, report: Report): void {
  const heard: readonly string[] = COMMAND_LANGUAGES.map(({ code }) => code);
  if (heard.includes(language)) return;
  report.warning(
    place,
    'commands-unheard',
    `Nobody who writes "stop", "back", "start over" or "a person, please" in "${language}" is understood.`,
    {
      allowed: heard,
      hint: 'Their words are heard in these languages, whatever the contact speaks: name them in your texts (help, not_understood).',
    },
  );
}

function warnOfEnglish(
  language: string,
  unsaid: readonly (keyof PhraseSet)[],
  place: Place,
  report: Report,
): void {
  report.warning(
    place,
    'english-texts',
    `We do not speak "${language}": what is not written in it is said in English, and STOP is not heard in it.`,
    {
      hint: `Under texts, ${language} needs ${unsaid.map((phrase) => phraseKeys[phrase].key).join(', ')}. Name the words that are heard, such as STOP, in help and not_understood.`,
    },
  );
}

function readPhrases(node: SourceNode, setting: SpeechSetting): Partial<PhraseSet> {
  const { value } = readShape(phraseShape, node, setting.report);
  if (value === null) return {};
  return Object.fromEntries(
    phraseNames.flatMap((phrase) => {
      const { key, values } = phraseKeys[phrase];
      const said = value[key];
      if (said === undefined) return [];
      const place = placeAt(node, [key]);
      checkPlaceholders(said, values, place, setting.report);
      checkNeverSay([said], place, setting);
      return [[phrase, said]];
    }),
  );
}

function checkPlaceholders(said: string, values: readonly string[], place: Place, report: Report): void {
  for (const [braces, inner = ''] of said.matchAll(/\{\{([^{}]*)\}\}/gu)) {
    const name = inner.trim();
    if (values.includes(name)) continue;
    report.error(place, 'unknown-source', `${braces} cannot be shown in this text.`, {
      allowed: values.map((value) => `{{${value}}}`),
      hint: didYouMean(name, values),
    });
  }
}

function reportLanguage(language: string, known: readonly string[], place: Place, report: Report): void {
  report.error(place, 'unknown-language', `The workspace does not speak "${language}".`, {
    allowed: known,
    hint: didYouMean(language, known) ?? 'Add it to languages.',
  });
}

/** One of the texts, with what may stand in it. */
function phraseText(phrase: keyof PhraseSet) {
  const { values } = phraseKeys[phrase];
  const usual = `Usual: "${englishPhrases[phrase]}"`;
  return values.length === 0
    ? text.describe(usual)
    : text.describe(`${usual} May hold ${values.map((one) => `{{${one}}}`).join(', ')}.`);
}
