import { z } from 'zod';
import type { Report } from '../report.js';
import { byName, languageCode, mapping, oneOrMore, text } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import type { TestContact, TestWay } from '../test-definition.js';
import { lookUp } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

const MOST_VISITS = 1_000;

const visits = wholeNumber({
  from: 1,
  to: MOST_VISITS,
  message: `Who has begun a flow has begun it 1 to ${MOST_VISITS} times.`,
  hint: 'Who has never begun it needs no line.',
});

/** How a test tells what is known of its contact. */
export const contactShape = mapping({
  first_name: text.describe('Their first name, as the platform tells it.').optional(),
  tags: oneOrMore(text).describe('Tags that they have.').optional(),
  fields: byName(text).describe('What `set` has remembered of them, by field.').optional(),
  language: languageCode.describe('The language that they write.').optional(),
  wrote_before: z
    .enum(['yes', 'no'])
    .describe('Whether they have written to you before this chat (no).')
    .optional(),
  splits: byName(text).describe('The way that they go in a split, by the name of the split.').optional(),
  consent: oneOrMore(text).describe('Topics that they have agreed to.').optional(),
  visits: byName(visits).describe('How often they have begun a flow before, by its name.').optional(),
});

type WrittenContact = z.output<typeof contactShape>;

interface ContactReading {
  /** The test that the contact stands in. */
  readonly node: SourceNode;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

export function readContact(written: WrittenContact = {}, reading: ContactReading): TestContact {
  const { consent = [], fields = {}, first_name: firstName = null, splits, tags = [] } = written;
  checkWords(written, reading);
  return {
    ...{ firstName, tags, fields },
    ...(written.language !== undefined && { language: written.language }),
    ...(written.wrote_before === 'yes' && { wroteBefore: true }),
    ...(splits && { splits: readSplits(splits, reading.node) }),
    ...(consent.length > 0 && { consent }),
    ...(written.visits && { visits: written.visits }),
  };
}

function checkWords(
  { consent = [], language }: WrittenContact,
  { node, vocabulary, report }: ContactReading,
) {
  for (const topic of consent) {
    lookUp(vocabulary.topics, topic, placeAt(node, ['contact', 'consent']), report);
  }
  const { languages } = vocabulary;
  if (language === undefined || languages.length === 0 || languages.includes(language)) return;
  const message = `The workspace does not speak "${language}".`;
  report.error(placeAt(node, ['contact', 'language']), 'unknown-language', message, { allowed: languages });
}

function readSplits(written: Readonly<Record<string, string>>, node: SourceNode): readonly TestWay[] {
  return Object.entries(written).map(([split, way]) => ({
    split,
    way,
    place: placeAt(node, ['contact', 'splits', split]),
  }));
}
