import { checkStartWord } from './check/check-start-word.js';
import type { TriggerDefinition } from './definition.js';
import type { FlowNotes } from './flow-source.js';
import { didYouMean } from './nearest-word.js';
import type { Report } from './report.js';
import { triggerKinds, triggerNames } from './triggers/trigger-kinds.js';
import type { TriggerKind, TriggerReading } from './triggers/trigger.js';
import { nodeAt, placeAt } from './yaml/source-node.js';
import type { NodePath, SourceNode } from './yaml/source-node.js';
import { readLiteral } from './translation/read-speech.js';

/** What starts a flow, in order; what starts nothing is reported and left out. */
export function readStart(list: SourceNode, notes: FlowNotes): readonly TriggerDefinition[] {
  if (list.kind !== 'list') return [];
  return list.items.flatMap((node) => readTrigger(node, notes) ?? []);
}

function readTrigger(node: SourceNode, notes: FlowNotes): TriggerDefinition | null {
  const kind = findKind(node, notes.report);
  if (kind === null) return null;
  const noted = notes.starts.length;
  const trigger = kind.read(node, readingOf(node, notes));
  const { priority, language } = trigger ?? {};
  const posts = trigger?.kind === 'comment' ? trigger.posts : null;
  for (const [index, start] of notes.starts.entries()) {
    if (index >= noted) notes.starts[index] = { ...start, priority, language, posts };
  }
  return trigger;
}

function findKind(node: SourceNode, report: Report): TriggerKind | null {
  const [first] = node.kind === 'map' ? [...node.entries] : [];
  const kind = triggerKinds.find(({ name }) => node.kind === 'map' && node.entries.has(name));
  if (kind !== undefined) return kind;
  const key = first?.[0] ?? '';
  report.error(
    first?.[1].keyPlace ?? node.place,
    'unknown-trigger',
    'This is nothing that can start a flow.',
    { allowed: triggerNames, hint: didYouMean(key, triggerNames) },
  );
  return null;
}

function readingOf(node: SourceNode, notes: FlowNotes): TriggerReading {
  const { vocabulary, report } = notes;
  const place = (...at: NodePath) => placeAt(node, at);
  return {
    vocabulary,
    report,
    place,
    literal: (...at) => readLiteral(nodeAt(node, at), notes),
    starts: (kind, words, ...at) => {
      const isList = nodeAt(node, at)?.kind === 'list';
      for (const [index, text] of words.entries()) {
        const start = { kind, text, place: place(...(isList ? [...at, index] : at)) };
        notes.starts.push(start);
        checkStartWord(start, report);
      }
    },
  };
}
