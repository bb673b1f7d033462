import { z } from 'zod';
import { failedLookup, type LookupAnswer } from '../../core/lookup.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { byName, mapping, text } from '../shape/values.js';
import type { LookupStub, TestStubs } from '../test-definition.js';
import { lookUp } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { keyPlaceAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

const answer = z.union([
  z.enum(['not_found', 'failed', 'silent']),
  mapping({ found: byName(text).describe('What it finds, by the names of its results.').nullable() }),
]);

/** What a test says that the outside answers. */
export const stubShape = {
  lookups: byName(z.union([answer, z.array(answer).min(1)]))
    .describe('What each look-up answers: one answer for every time, or a list of answers in turn.')
    .optional(),
  coupons: byName(z.array(text)).describe('Codes that are left of each list.').optional(),
};

type WrittenAnswer = z.output<typeof answer>;

interface WrittenStubs {
  readonly lookups?: Readonly<Record<string, WrittenAnswer | WrittenAnswer[]>> | undefined;
  readonly coupons?: Readonly<Record<string, readonly string[]>> | undefined;
}

interface Setting {
  /** The test. */
  readonly node: SourceNode;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

export function readStubs({ lookups = {}, coupons = {} }: WrittenStubs, setting: Setting): TestStubs {
  checkNames('lookups', Object.keys(lookups), setting);
  checkNames('coupons', Object.keys(coupons), setting);
  return {
    lookups: new Map(
      Object.entries(lookups).map(([name, written]) => [name, readStub(name, written, setting)]),
    ),
    coupons: new Map(Object.entries(coupons)),
  };
}

function checkNames(section: 'lookups' | 'coupons', names: readonly string[], setting: Setting): void {
  const { node, vocabulary, report } = setting;
  for (const name of names) {
    const place = keyPlaceAt(nodeAt(node, [section]), name) ?? node.place;
    lookUp<unknown>(vocabulary[section], name, place, report);
  }
}

/** One answer holds for every time that it is asked; several hold in turn. */
function readStub(name: string, written: WrittenAnswer | WrittenAnswer[], setting: Setting): LookupStub {
  const answers = Array.isArray(written) ? written : [written];
  for (const [index, one] of answers.entries()) {
    if (typeof one === 'string') continue;
    const at = ['lookups', name, ...(Array.isArray(written) ? [index] : []), 'found'];
    checkResults(name, Object.keys(one.found ?? {}), at, setting);
  }
  return { answers: answers.map(toAnswer), repeats: !Array.isArray(written) };
}

function checkResults(
  name: string,
  results: readonly string[],
  at: readonly PropertyKey[],
  { node, vocabulary, report }: Setting,
): void {
  const lookup = vocabulary.lookups.byName.get(name);
  const allowed = lookup ? Object.keys(lookup.results) : results;
  for (const result of results) {
    if (allowed.includes(result)) continue;
    const place = keyPlaceAt(nodeAt(node, at), result) ?? placeAt(node, at);
    report.error(place, 'unknown-lookup-result', `"${name}" does not tell "${result}".`, {
      allowed,
      hint: didYouMean(result, allowed),
    });
  }
}

/** Null: `silent`, none comes. */
function toAnswer(written: WrittenAnswer): LookupAnswer | null {
  if (written === 'silent') return null;
  if (written === 'failed') return failedLookup;
  return written === 'not_found'
    ? { result: 'not_found', values: {} }
    : { result: 'found', values: written.found ?? {} };
}
