import type { Question } from '../../core/flow.js';
import { isLostAnswer } from '../lost-answers.js';
import type { FlowNotes } from '../flow-source.js';
import { mentionsOf } from '../mention.js';
import type { MentionOf } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import { kindOf } from '../steps/step-kinds.js';
import { objectionTo } from './compared-answer.js';
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
      checkSensitive(name, own, graph, notes);
    }
  }
}

function reportNeverSaved(
  mentions: readonly AnswerMention[],
  saved: readonly string[],
  notes: FlowNotes,
): void {
  for (const { name, place } of mentions) {
    if (isLostAnswer(name, notes)) continue;
    notes.report.error(place, 'unknown-answer', `No question of this flow saves an answer as "${name}".`, {
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

/** A condition that compares an answer with what its question never takes comes out the same every time. */
function checkValues(
  name: string,
  mentions: readonly AnswerMention[],
  graph: FlowGraph,
  { report }: FlowNotes,
): void {
  const askers = askersOf(name, graph);
  const questions = askers.filter((question) => question !== null);
  if (questions.length < askers.length) return;
  for (const compared of mentions.flatMap((mention) => mention.values)) {
    const objections = questions.map((question) => objectionTo(question, compared));
    const [first] = objections;
    if (first == null || objections.includes(null)) continue;
    report.error(compared.place, first.code, first.message, first);
  }
}

/** The questions whose answer has this name; null for what else saves it. */
function askersOf(name: string, { nodes }: FlowGraph): readonly (Question | null)[] {
  return [...nodes.values()]
    .filter(({ ways }) => ways.some(({ saves }) => saves.includes(name)))
    .map(({ step }) => kindOf(step).question(step));
}

/** What is sensitive stands in no text that the contact, or anybody who reads the chat, sees. */
function checkSensitive(
  name: string,
  mentions: readonly AnswerMention[],
  graph: FlowGraph,
  { report }: FlowNotes,
): void {
  if (!askersOf(name, graph).some((question) => question?.isSensitive)) return;
  for (const { step, place, isShown } of mentions) {
    const node = graph.nodes.get(step);
    if (!isShown || node === undefined || kindOf(node.step).isDiscreet) continue;
    report.warning(place, 'sensitive-shown', `"${name}" is sensitive, and here it can be read by anybody.`, {
      hint: 'It may stand in the note of a handoff, and be asked for in conditions.',
    });
  }
}
