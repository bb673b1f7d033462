import { z } from 'zod';
import { checkStartWord } from './check/check-keyword.js';
import type { TriggerDefinition } from './definition.js';
import type { FlowNotes, StartWord } from './flow-source.js';
import { didYouMean } from './nearest-word.js';
import { readShape } from './shape/read-shape.js';
import { mapping, oneOrMore, text } from './shape/values.js';
import { nodeAt, placeAt } from './yaml/source-node.js';
import type { NodePath, SourceNode } from './yaml/source-node.js';

const triggerShapes = {
  keyword: mapping({ keyword: z.union([oneOrMore(text), mapping({ contains: oneOrMore(text) })]) }),
  story_reply: mapping({ story_reply: z.literal('any') }),
  ref: mapping({ ref: oneOrMore(text) }),
  postback: mapping({ postback: oneOrMore(text) }),
  comment: mapping({ comment: oneOrMore(text), reply_publicly: oneOrMore(text).optional() }),
};

type TriggerName = keyof typeof triggerShapes;

const triggerNames = Object.keys(triggerShapes) as readonly TriggerName[];

/** What starts a flow, in order; what starts nothing is reported and left out. */
export function readStart(list: SourceNode, notes: FlowNotes): readonly TriggerDefinition[] {
  if (list.kind !== 'list') return [];
  return list.items.flatMap((node) => readTrigger(node, notes) ?? []);
}

function readTrigger(node: SourceNode, notes: FlowNotes): TriggerDefinition | null {
  const name = findTriggerName(node, notes);
  switch (name) {
    case null:
      return null;
    case 'keyword':
      return readKeyword(node, notes);
    case 'story_reply':
      return readStoryReply(node, notes);
    case 'ref': {
      const { value } = readShape(triggerShapes.ref, node, notes.report);
      return value && { kind: 'ref', refs: noteWords('ref', value.ref, node, ['ref'], notes) };
    }
    case 'postback': {
      const { value } = readShape(triggerShapes.postback, node, notes.report);
      const payloads = value && noteWords('postback', value.postback, node, ['postback'], notes);
      return payloads && { kind: 'postback', payloads };
    }
    case 'comment':
      return readComment(node, notes);
  }
}

function findTriggerName(node: SourceNode, { report }: FlowNotes): TriggerName | null {
  const [first] = node.kind === 'map' ? [...node.entries] : [];
  const name = triggerNames.find((candidate) => node.kind === 'map' && node.entries.has(candidate));
  if (name !== undefined) return name;
  const key = first?.[0] ?? '';
  report.error(
    first?.[1].keyPlace ?? node.place,
    'unknown-trigger',
    'This is nothing that can start a flow.',
    {
      allowed: triggerNames,
      hint: didYouMean(key, triggerNames),
    },
  );
  return null;
}

function readKeyword(node: SourceNode, notes: FlowNotes): TriggerDefinition | null {
  const { value } = readShape(triggerShapes.keyword, node, notes.report);
  if (value === null) return null;
  const match = Array.isArray(value.keyword) ? 'exact' : 'contains';
  const phrases = Array.isArray(value.keyword) ? value.keyword : value.keyword.contains;
  const at = match === 'exact' ? ['keyword'] : ['keyword', 'contains'];
  return { kind: 'keyword', phrases: noteWords(match, phrases, node, at, notes), match };
}

function readStoryReply(node: SourceNode, notes: FlowNotes): TriggerDefinition | null {
  if (readShape(triggerShapes.story_reply, node, notes.report).value === null) return null;
  notes.starts.push({ kind: 'story_reply', text: 'any', place: placeAt(node, ['story_reply']) });
  return { kind: 'story_reply' };
}

/** Understood already, so that files written for it are checked; what a comment starts comes with a later release. */
function readComment(node: SourceNode, { report }: FlowNotes): null {
  if (readShape(triggerShapes.comment, node, report).value !== null) {
    report.warning(
      placeAt(node, ['comment']),
      'not-yet',
      'Comments do not start flows yet: this line does nothing.',
    );
  }
  return null;
}

function noteWords(
  kind: StartWord['kind'],
  words: readonly string[],
  node: SourceNode,
  at: NodePath,
  notes: FlowNotes,
): readonly string[] {
  const isList = nodeAt(node, at)?.kind === 'list';
  for (const [index, word] of words.entries()) {
    const start = { kind, text: word, place: placeAt(node, isList ? [...at, index] : at) };
    notes.starts.push(start);
    checkStartWord(start, notes.report);
  }
  return words;
}
