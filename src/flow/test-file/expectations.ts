import { z } from 'zod';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { byName, mapping, oneOrMore, text } from '../shape/values.js';
import { anyTeam } from '../steps/handoff.js';
import type { Expectation } from '../test-definition.js';
import { lookUp } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { keyPlaceAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

const consentStates = ['granted', 'refused', 'withdrawn', 'unasked'] as const;
const nothing = 'none';

export const expectationsShape = mapping({
  outcome: oneOrMore(text).describe('Outcomes that were counted; `none`: no outcome at all.').optional(),
  consent: byName(z.enum(consentStates))
    .describe('What the ledger says, by topic; `all` after STOP.')
    .optional(),
  handoff: text.describe('The team that the chat went to; `any` or `none`.').optional(),
  tags: oneOrMore(text).describe('Tags that the contact has now.').optional(),
  answers: byName(text).describe('Answers that were saved, by name.').optional(),
  contact: byName(text).describe('What is remembered of the contact, by field.').optional(),
});

type WrittenExpectations = z.output<typeof expectationsShape>;

interface Setting {
  readonly node: SourceNode;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** Everything that a test expects at its end, each at its own place. */
export function readExpectations(setting: Setting): readonly Expectation[] {
  const { value } = readShape(expectationsShape, setting.node, setting.report);
  if (value === null) return [];
  return [
    ...readOutcomes(value, setting),
    ...readConsents(value, setting),
    ...readHandoff(value, setting),
    ...readTags(value, setting),
    ...readPairs('answers', 'answer', value, setting),
    ...readPairs('contact', 'field', value, setting),
  ];
}

function readOutcomes({ outcome = [] }: WrittenExpectations, setting: Setting): readonly Expectation[] {
  return outcome.map((name, index) => {
    const place = placeOfItem('outcome', index, setting.node);
    return name === nothing ? { kind: 'no_outcome', place } : { kind: 'outcome', place, outcome: name };
  });
}

function readConsents({ consent = {} }: WrittenExpectations, setting: Setting): readonly Expectation[] {
  const { node, vocabulary, report } = setting;
  return Object.entries(consent).map(([topic, state]) => {
    const place = keyPlaceAt(nodeAt(node, ['consent']), topic) ?? node.place;
    if (topic !== 'all') lookUp(vocabulary.topics, topic, place, report);
    return { kind: 'consent', place, topic, state };
  });
}

function readHandoff({ handoff }: WrittenExpectations, setting: Setting): readonly Expectation[] {
  if (handoff === undefined) return [];
  const place = placeAt(setting.node, ['handoff']);
  if (handoff === nothing) return [{ kind: 'no_handoff', place }];
  if (handoff === anyTeam) return [{ kind: 'handoff', place, team: null }];
  lookUp(setting.vocabulary.teams, handoff, place, setting.report);
  return [{ kind: 'handoff', place, team: handoff }];
}

function readTags({ tags = [] }: WrittenExpectations, { node }: Setting): readonly Expectation[] {
  return tags.map((tag, index) => ({ kind: 'tag', place: placeOfItem('tags', index, node), tag }));
}

function readPairs(
  key: 'answers' | 'contact',
  kind: 'answer' | 'field',
  written: WrittenExpectations,
  { node }: Setting,
): readonly Expectation[] {
  return Object.entries(written[key] ?? {}).map(([name, value]) => ({
    kind,
    place: placeAt(node, [key, name]),
    name,
    value,
  }));
}

/** A single value may stand without its list. */
function placeOfItem(key: string, index: number, node: SourceNode) {
  return placeAt(node, nodeAt(node, [key])?.kind === 'list' ? [key, index] : [key]);
}
