import { isLostAnswer } from '../lost-answers.js';
import type { FlowNotes } from '../flow-source.js';
import { mentionsOf } from '../mention.js';
import type { MentionOf } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import { savedNames } from './flow-graph.js';
import type { FlowInSet, FlowSet } from './flow-set.js';

/** What flows give to those that they enter, and what they want of them. */
export function checkCalls(flows: FlowSet): void {
  for (const { read } of flows.values()) {
    for (const call of mentionsOf(read.notes.mentions, 'call')) {
      const called = flows.get(call.flow);
      if (called === undefined) continue;
      checkInputs(call, called, read.notes);
      checkResults(call, called, read.notes);
    }
  }
}

function checkInputs(
  { flow, inputs, place }: MentionOf<'call'>,
  { graph }: FlowInSet,
  { report }: FlowNotes,
): void {
  for (const { value, place: at } of inputs) {
    if (graph.inputs.includes(value)) continue;
    report.error(at, 'unknown-input', `The flow "${flow}" takes no "${value}".`, {
      allowed: graph.inputs,
      hint: didYouMean(value, graph.inputs) ?? `Declare it there: inputs: [${value}]`,
    });
  }
  const missing = graph.inputs.filter((name) => !inputs.some(({ value }) => value === name));
  if (missing.length === 0) return;
  report.error(place, 'missing-input', `The flow "${flow}" needs ${missing.join(' and ')}.`, {
    hint: `Run it, and give it under \`with\`: ${missing[0] ?? ''}: "…"`,
  });
}

function checkResults(
  { flow, results }: MentionOf<'call'>,
  { graph, read }: FlowInSet,
  { report }: FlowNotes,
) {
  const known = [...savedNames(graph), ...graph.inputs];
  for (const { value, place } of results) {
    if (known.includes(value) || isLostAnswer(value, read.notes)) continue;
    report.error(place, 'unknown-result', `The flow "${flow}" saves no answer as "${value}".`, {
      allowed: known,
      hint: didYouMean(value, known),
    });
  }
}
