import type { z } from 'zod';
import type { Template } from '../../core/flow.js';
import type { StepDefinition, Verb } from '../definition.js';
import type { Place } from '../issue.js';
import type { Mention } from '../mention.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, name } from '../shape/values.js';
import type { Vocabulary } from '../vocabulary.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';

/** One verb of the language: what it means, how it is written, and what becomes of it. */
export interface StepKind {
  readonly verb: Verb;
  /** For the author: one paragraph. */
  readonly meaning: string;
  /** A whole flow file that shows the verb at work. */
  readonly example: string;
  /** The keys that it takes beside `id`, the verb first. */
  readonly keys: readonly string[];
  /** Null where too little could be read; why is reported. */
  readonly read: (node: SourceNode, reading: StepReading) => StepDefinition | null;
}

/** A step as its verb reads it: its place in the flow, and what stands in it. */
export interface StepReading {
  readonly path: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  place(...path: NodePath): Place;
  node(...path: NodePath): SourceNode | undefined;
  /** The text at that place of the step, its placeholders read and its words checked; empty where there is none. */
  template(...path: NodePath): Template;
  /** A text that is shown as it is. */
  literal(...path: NodePath): string;
  /** The steps at that place, as the branch of that name. */
  steps(branch: string, ...path: NodePath): readonly StepDefinition[];
  /** A step that the author did not write, at the place of what it stands for. */
  implied(path: string, place: Place): void;
  mention(mention: Mention): void;
}

interface StepDescription<Shape extends z.ZodRawShape> extends Omit<StepKind, 'keys' | 'read'> {
  readonly shape: Shape;
  readonly read: (written: z.output<z.ZodObject<Shape>>, step: StepReading) => StepDefinition | null;
}

/** Joins a verb's schema with its reading. Every step takes an `id`. */
export function defineStep<Shape extends z.ZodRawShape>(description: StepDescription<Shape>): StepKind {
  const { verb, meaning, example, shape, read } = description;
  const schema = mapping({ ...shape, id: name.optional() });
  return {
    verb,
    meaning,
    example,
    keys: Object.keys(shape),
    read: (node, reading) => {
      const { value } = readShape(schema, node, reading.report);
      return value === null ? null : read(value as z.output<z.ZodObject<Shape>>, reading);
    },
  };
}
