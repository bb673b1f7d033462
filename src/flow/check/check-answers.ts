import { toMatchText } from '../../core/words.js';
import type { FlowNotes } from '../flow-source.js';
import { mentionsOf } from '../mention.js';
import type { MentionOf } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import { savedNames, waysOf } from './flow-graph.js';
import type { FlowGraph } from './flow-graph.js';
import { reachFrom } from './reach.js';

type AnswerMention = MentionOf<'answer'>;

/** Answers that are read where they cannot be known, or may not be, or compared with what they never are. */
export function checkAnswers(graph: FlowGraph, notes: FlowNotes): void {
  const mentions = mentionsOf(notes.mentions, 'answer');
  const saved = [...graph.inputs, ...savedNames(graph)];
  for (const name of new Set(mentions.map((mention) => mention.name))) {
    const own = mentions.filter((mention) => mention.name === name);
    if (!saved.includes(name)) reportNeverSaved(own, saved, notes);
    else {
      checkKnown(name, own, graph, notes);
      checkValues(name, own, graph, notes);
    }
  }
}

function reportNeverSaved(
  mentions: readonly AnswerMention[],
  saved: readonly string[],
  { report, lostAnswers }: FlowNotes,
): void {
  for (const { name, place } of mentions) {
    if (lostAnswers.has(name)) continue;
    report.error(place, 'unknown-answer', `No question of this flow saves an answer as "${name}".`, {
      allowed: saved,
      hint: didYouMean(name, saved) ?? `Write save: ${name} at the question.`,
    });
  }
}

function checkKnown(
  name: string,
  mentions: readonly AnswerMention[],
  graph: FlowGraph,
  { report }: FlowNotes,
): void {
  const ways = (path: string) => waysOf(graph, path);
  const reached = reachFrom([graph.entry], (path) => ways(path).map(({ to }) => to));
  const savings = [...reached].flatMap((path) => ways(path).filter(({ saves }) => saves.includes(name)));
  const maybe = reachFrom(
    savings.map(({ to }) => to),
    (path) => ways(path).map(({ to }) => to),
  );
  const maybeNot = reachFrom([graph.entry], (path) =>
    ways(path).flatMap(({ saves, to }) => (saves.includes(name) ? [] : [to])),
  );
  const isInput = graph.inputs.includes(name);
  if (isInput && !graph.startsAlone) return;
  for (const { step, place, allowsUnknown } of mentions) {
    if (!reached.has(step)) continue;
    if (!maybe.has(step) && !isInput) {
      report.error(place, 'unknown-answer', `"${name}" is asked for only after this.`, {
        hint: 'Move the question up, or this step down.',
      });
    } else if (maybeNot.has(step) && !allowsUnknown) {
      report.warning(
        place,
        'answer-may-be-missing',
        `On one way to this step nobody has been asked for "${name}".`,
        {
          hint: `Say what to show then: {{answer.${name} or "…"}}`,
        },
      );
    }
  }
}

/** A condition that compares an answer with something that is none of its question's choices never holds. */
function checkValues(
  name: string,
  mentions: readonly AnswerMention[],
  { nodes }: FlowGraph,
  { report }: FlowNotes,
): void {
  const choices = [...nodes.values()].flatMap(({ step }) =>
    step.verb === 'ask' && step.save === name ? [step.question.choices] : [],
  );
  if (choices.length === 0 || choices.some(({ length }) => length === 0)) return;
  const values = [...new Set(choices.flat().map(({ value }) => value))];
  const comparable = new Set(values.map(toMatchText));
  for (const { value, place } of mentions.flatMap((mention) => mention.values)) {
    if (comparable.has(toMatchText(value))) continue;
    report.error(place, 'unknown-choice', `"${value}" is none of the choices that "${name}" can be.`, {
      allowed: values,
      hint: didYouMean(value, values),
    });
  }
}
