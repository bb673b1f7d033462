import type { Place } from './issue.js';
import { didYouMean } from './nearest-word.js';
import type { Report } from './report.js';
import { findStepKind, verbs } from './steps/step-kinds.js';
import type { StepKind } from './steps/step.js';
import { wordNode } from './yaml/build-node.js';
import { quoteText } from './yaml/quote.js';
import type { MapNode, ScalarNode, SourceNode } from './yaml/source-node.js';

/** A list item that is a step: its verb, where that stands, and the keys that go with it. */
export interface FoundVerb {
  readonly kind: StepKind;
  readonly place: Place;
  readonly node: MapNode;
}

/** The one verb of a step; null, and a report, where there is none. Of two verbs the first one counts. */
export function findVerb(node: SourceNode, report: Report): FoundVerb | null {
  if (node.kind === 'scalar') return readBareWord(node.value, node.place, report);
  const candidates = node.kind === 'map' ? [...node.entries].filter(([key]) => verbs.includes(key)) : [];
  const first = candidates.find(([key]) => ownsAll(key, candidates)) ?? candidates[0];
  const kind = first && findStepKind(first[0]);
  const others = candidates.filter(([key]) => kind?.keys.includes(key) !== true);
  if (node.kind !== 'map' || first === undefined || kind === undefined) {
    reportNoVerb(node, report);
    return null;
  }
  for (const [verb, { keyPlace }] of others) {
    report.error(keyPlace, 'two-verbs', `A step does one thing; this one is "${kind.verb}" already.`, {
      hint: `Put "${verb}" into a step of its own: a new line that begins with a dash.`,
    });
  }
  const entries = new Map([...node.entries].filter(([key]) => !others.some(([verb]) => verb === key)));
  return { kind, place: first[1].keyPlace, node: { ...node, entries } };
}

/** `book` takes a `say`: where one verb has all the others for keys of its own, it is the step's. */
function ownsAll(verb: string, candidates: readonly (readonly [string, unknown])[]): boolean {
  const keys = findStepKind(verb)?.keys ?? [];
  return candidates.every(([key]) => keys.includes(key));
}

/** `- end` is the one step that needs nothing after its verb. */
function readBareWord(word: ScalarNode['value'], place: Place, report: Report): FoundVerb | null {
  const kind = word === 'end' ? findStepKind(word) : undefined;
  if (word === 'end' && kind !== undefined) {
    const nothing = wordNode(null, word, place);
    return {
      kind,
      place,
      node: { kind: 'map', place, entries: new Map([['end', { keyPlace: place, value: nothing }]]) },
    };
  }
  const text = String(word);
  const hint = hintForWords(text);
  report.error(place, 'no-verb', 'A step begins with a verb and a colon.', { allowed: verbs, hint });
  return null;
}

/** `- handoff` and `- say Hello` lack their colon; what begins with no verb is a text. */
function hintForWords(text: string): string {
  const [first = ''] = text.split(' ');
  if (verbs.includes(first)) return `Write a colon after "${first}", and what belongs to it.`;
  return text.length > 60
    ? 'To say a text, write `say:` before it.'
    : `To say it, write say: ${quoteText(text)}`;
}

function reportNoVerb(node: SourceNode, report: Report): void {
  const [key, entry] = node.kind === 'map' ? ([...node.entries][0] ?? []) : [];
  if (key === undefined || entry === undefined) {
    report.error(node.place, 'no-verb', 'A step begins with a verb and a colon.', { allowed: verbs });
    return;
  }
  report.error(entry.keyPlace, 'unknown-verb', `"${key}" is not a verb of the flow language.`, {
    allowed: verbs,
    hint: didYouMean(key, verbs) ?? `If "${key}: …" is a text, write say: and the text in quotes.`,
  });
}
