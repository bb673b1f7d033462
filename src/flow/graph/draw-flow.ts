import { endState } from '../../core/flow.js';
import type { Question } from '../../core/flow.js';
import { buildGraph } from '../check/flow-graph.js';
import type { GraphNode } from '../check/flow-graph.js';
import type { Way } from '../compile/way.js';
import type { FlowDefinition, StepDefinition } from '../definition.js';
import { formatDuration } from '../duration.js';
import { kindOf } from '../steps/step-kinds.js';
import type { FlowPicture, NodeKind, PictureEdge, PictureNode, StepCounts } from './picture.js';
import { shorten, wrap } from './shorten.js';
import { startWords } from './start-words.js';
import { stepWords } from './step-words.js';
import { conditionWords, inWords } from './words.js';

/** No step can have this path. */
const startId = '(start)';

const MOST_LINES = 3;
const MOST_TRIGGERS = 6;
const LONGEST_LABEL = 34;

/** @param counts Who came by each step; null: nobody asked. */
export function drawFlow(definition: FlowDefinition, counts: StepCounts | null): FlowPicture {
  const graph = buildGraph(definition);
  const steps = [...graph.nodes.values()];
  const edges = [
    { from: startId, to: graph.entry, label: '', by: 'walk' as const },
    ...steps.flatMap((node) => edgesFrom(node)),
  ];
  const ends = [...new Set(edges.map(({ to }) => to))].filter((to) => !graph.nodes.has(to));
  return {
    flow: definition.name,
    title: definition.title,
    nodes: [
      drawStart(definition),
      ...steps.map(({ step, ways }) => drawStep(step, ways, counts)),
      ...ends.map((id) => ({ id, kind: 'end' as const, head: '', lines: [], flows: [], counts: [] })),
    ],
    edges,
  };
}

function drawStart({ start }: FlowDefinition): PictureNode {
  const shown = start.slice(0, MOST_TRIGGERS).map((trigger) => shorten(startWords(trigger), 42));
  const more = start.length - shown.length;
  const lines =
    start.length === 0
      ? ['where another flow leads here']
      : [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
  return { id: startId, kind: 'start', head: 'starts by', lines, flows: [], counts: [] };
}

function drawStep(step: StepDefinition, ways: readonly Way[], counts: StepCounts | null): PictureNode {
  const kind = nodeKindOf(step, ways);
  const words = stepWords(step);
  return {
    id: step.path,
    kind,
    head: inWords(step.verb),
    lines: wrap(words, MOST_LINES),
    flows: kindOf(step).flows(step),
    counts: countWords(step.path, counts),
  };
}

function nodeKindOf(step: StepDefinition, ways: readonly Way[]): NodeKind {
  const kind = kindOf(step);
  if (kind.question(step) !== null) return 'question';
  if (step.verb === 'escalate') return 'handoff';
  if (step.verb === 'handoff' || step.verb === 'outcome') return step.verb;
  if (kind.pauses) return 'wait';
  if (kind.flows(step).length > 0) return 'flow';
  if (ways.length === 0) return 'end';
  if (ways.length > 1) return 'choice';
  return kind.texts(step).length > 0 && kind.fields(step).length === 0 ? 'say' : 'change';
}

function countWords(path: string, counts: StepCounts | null): readonly string[] {
  const { reached = 0, here = 0 } = counts?.get(path) ?? {};
  return [
    ...(reached > 0 ? [`${reached.toLocaleString('en')} reached`] : []),
    ...(here > 0 ? [`${here.toLocaleString('en')} here now`] : []),
  ];
}

/** Ways to the same place are drawn as one; who does not answer, and whose run then ends, comes to an end of their own. */
function edgesFrom({ step, ways }: GraphNode): readonly PictureEdge[] {
  const question = kindOf(step).question(step);
  const isAlone = ways.length === 1 && question === null;
  const edges = waysTogether(ways).flatMap((group): readonly PictureEdge[] => {
    const [first] = group;
    if (first === undefined) return [];
    const label = isAlone && first.by === 'walk' ? '' : labelOf(group, step, question);
    return [{ from: step.path, to: first.to, label: shorten(label, LONGEST_LABEL), by: first.by }];
  });
  const within = patienceOf(step);
  return within === null || ways.some(({ by }) => by === 'otherwise')
    ? edges
    : [
        ...edges,
        { from: step.path, to: `${step.path} ${endState}`, label: silenceWords(within), by: 'otherwise' },
      ];
}

function waysTogether(ways: readonly Way[]): readonly (readonly Way[])[] {
  const keyOf = ({ to, by, label }: Way): string => [by, to, label].join(' ');
  return [...new Set(ways.map(keyOf))].map((key) => ways.filter((way) => keyOf(way) === key));
}

function labelOf(ways: readonly Way[], step: StepDefinition, question: Question | null): string {
  const [first] = ways;
  switch (first?.by) {
    case 'otherwise':
      return silenceWords(first.silence);
    case 'pause':
      return step.verb === 'wait' ? '' : formatDuration(first.silence);
    default: {
      const labels = [...new Set(ways.map((way) => wayWords(way, step)))].filter((label) => label !== '');
      return labels.length > 1 && labels.length === question?.choices.length
        ? `any of ${labels.length}`
        : together(labels);
    }
  }
}

/** As many of them as find room. */
function together(labels: readonly string[]): string {
  const [first = '', ...rest] = labels;
  const all = labels.join(' · ');
  return all.length <= LONGEST_LABEL || rest.length === 0
    ? all
    : `${shorten(first, LONGEST_LABEL - 9)} · ${rest.length} more`;
}

/** A choice by what is read on it, one of several conditions by what it asks, another way by its name. */
function wayWords({ name, label, by }: Way, step: StepDefinition): string {
  if (label !== undefined) return label;
  const kind = kindOf(step);
  const asked = kind.question(step);
  const choice = asked?.choices.find(({ value }) => value === name);
  if (choice !== undefined) return choice.title;
  const [, other] = /^else if (\d+)$/u.exec(name) ?? [];
  const condition = kind.conditions(step)[Number(other)];
  if (condition !== undefined) return `else, if ${conditionWords(condition)}`;
  return by === 'answer' && asked?.choices.length === 0 ? '' : inWords(name);
}

function silenceWords(within: number): string {
  return `no answer in ${formatDuration(within)}`;
}

function patienceOf(step: StepDefinition): number | null {
  return 'patience' in step ? step.patience.within : null;
}
