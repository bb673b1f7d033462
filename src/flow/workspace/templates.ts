import { z } from 'zod';
import type { TemplateDefinition, Topic } from '../../core/resources.js';
import { checkNeverSay } from '../check/check-never-say.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { mapping, name, refuse, text, writtenLike } from '../shape/values.js';
import { spoken } from '../translation/spoken.js';
import { lookUp } from '../vocabulary.js';
import type { NamedThings } from '../vocabulary.js';
import { entryAt } from '../yaml/source-node.js';
import type { NamedEntry, Section } from './named-things.js';
import { checkBody, gapsIn } from './template-body.js';
import { readWording } from './wording.js';

const platformNameRule = 'WhatsApp names templates in small letters, digits and _.';

const platformName = text
  .transform((value, context) =>
    /^[a-z0-9_]{1,512}$/u.test(value)
      ? value
      : refuse(context, {
          code: 'bad-name',
          message: `"${value}" cannot be the name of a template.`,
          hint: platformNameRule,
        }),
  )
  .meta(writtenLike('^[a-z0-9_]{1,512}$', platformNameRule));

export const templateShape = mapping({
  whatsapp: platformName.describe('What WhatsApp calls it; left out: the same as here.').optional(),
  category: z
    .enum(['marketing', 'utility'])
    .describe('As it was approved: marketing promotes something, utility is about something under way.'),
  topic: name
    .describe('The topic that whoever gets it has agreed to; needed where it is marketing.')
    .optional(),
  language: spoken.describe('The language as it was approved, such as en_US; or one for each of yours.'),
  text: spoken.describe('Its body as it was approved, with its gaps: {{1}}, {{2}}.'),
});

export interface TemplateSetting {
  readonly neverSay: readonly string[];
  readonly languages: readonly string[];
  readonly topics: NamedThings<Topic>;
}

type TemplateEntry = NamedEntry<z.output<typeof templateShape>>;

/** Messages that a platform has approved beforehand, to be sent where the reply window has closed. */
export function templateSection(
  setting: TemplateSetting,
): Section<z.output<typeof templateShape>, TemplateDefinition> {
  return {
    what: 'template',
    shape: templateShape,
    read: (entry) => {
      const { name: own, written } = entry;
      const topic = readTopic(entry, setting);
      return {
        name: own,
        platformName: written.whatsapp ?? own,
        category: written.category,
        topic,
        texts: readTexts(entry, setting),
      };
    },
  };
}

function readTopic({ written, place, report }: TemplateEntry, { topics }: TemplateSetting): string | null {
  const { category, topic = null } = written;
  if (topic !== null) lookUp(topics, topic, place('topic'), report);
  else if (category === 'marketing') {
    report.error(
      place('category'),
      'template-without-topic',
      'Nobody has agreed to this template: marketing needs a topic.',
      {
        allowed: [...topics.byName.keys()],
        hint: 'Add a line such as topic: weekly_tips; it then goes to those who have agreed to it.',
      },
    );
  }
  return topic;
}

/** Of each language of the workspace in which it stands here. */
function readTexts(entry: TemplateEntry, setting: TemplateSetting): TemplateDefinition['texts'] {
  const { place, report } = entry;
  const [own = 'en'] = setting.languages;
  const { text: only, byLanguage } = readWording(entry, 'text', setting.languages);
  const bodies = Object.entries(byLanguage ?? { [own]: only });
  const codes = readCodes(entry, own, Object.keys(byLanguage ?? { [own]: only }));
  const counts = new Set(bodies.map(([, body]) => gapsIn(body).length));
  for (const [language, body] of bodies) {
    const at = byLanguage === undefined ? place('text') : place('text', language);
    checkBody(body, at, report);
    checkNeverSay([body], at, { vocabulary: setting, report });
  }
  if (counts.size > 1) reportUneven(place('text'), report);
  return Object.fromEntries(
    bodies.map(([language, body]) => [language, { language: codes[language] ?? '', body }]),
  );
}

function reportUneven(place: Place, report: Report): void {
  report.error(place, 'bad-gap', 'This template has more gaps in one language than in another.', {
    hint: 'The same values fill its gaps in every language.',
  });
}

const codeForm = /^[a-z]{2,3}(?:_[A-Z]{2,4})?$/u;

/** The platform's code of each language in which there is a text. */
function readCodes(
  { node, place, report }: TemplateEntry,
  own: string,
  texts: readonly string[],
): Readonly<Record<string, string>> {
  const written = entryAt(node, 'language')?.value;
  const codes = Object.fromEntries(
    written?.kind === 'map'
      ? [...written.entries].map(([language, { value }]) => [language, codeOf(value)] as const)
      : written === undefined
        ? []
        : [[own, codeOf(written)] as const],
  );
  const at = (language: string): Place =>
    written?.kind === 'map' ? place('language', language) : place('language');
  for (const [language, code] of Object.entries(codes)) checkCode(code, at(language), report);
  const unpaired = [
    ...texts.filter((language) => codes[language] === undefined),
    ...Object.keys(codes).filter((language) => !texts.includes(language)),
  ];
  if (unpaired.length > 0) {
    const all = unpaired.join(', ');
    report.error(
      place('language'),
      'template-language',
      `In ${all} there is a text or a code, and not both.`,
      {
        hint: 'Write both by language: language: { en: en_US, de: de } and text: { en: …, de: … }',
      },
    );
  }
  return codes;
}

function codeOf(node: { readonly kind: string; readonly value?: unknown }): string {
  return node.kind === 'scalar' ? String(node.value).trim() : '';
}

function checkCode(code: string, place: Place, report: Report): void {
  if (codeForm.test(code)) return;
  report.error(place, 'template-language', `"${code}" is not the code of a language.`, {
    hint: 'Write it as WhatsApp does: en, en_US, pt_BR.',
  });
}
