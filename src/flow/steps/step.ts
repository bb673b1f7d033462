import type { z } from 'zod';
import type { Condition } from '../../core/condition.js';
import type { Question, Template } from '../../core/flow.js';
import type { StepState } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import type { Way } from '../compile/way.js';
import type { StepDefinition, Verb } from '../definition.js';
import type { Place } from '../issue.js';
import type { Mention } from '../mention.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { mapping, name } from '../shape/values.js';
import type { Wording } from '../translation/read-speech.js';
import type { Vocabulary } from '../vocabulary.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';

/**
 * One verb of the language: how it is written, what it means, how it runs, and what is seen of it by those who look at
 * a flow as a whole. Everything about a verb stands here; only a check of one verb's own names it.
 */
export interface StepKind<S extends StepDefinition = StepDefinition> {
  readonly verb: Verb;
  /** For the author: one paragraph. */
  readonly meaning: string;
  /** A whole flow file that shows the verb at work. */
  readonly example: string;
  /** What a step of this verb looks like, its `id` included. */
  readonly schema: z.ZodObject;
  /** The keys that it takes beside `id`, the verb first. */
  readonly keys: readonly string[];
  /** Null where too little could be read; why is reported. */
  read(node: SourceNode, reading: StepReading): S | null;
  /** @param next Where the flow goes on after the step. */
  state(step: S, next: string): StepState;
  /** None: the run ends here, or leaves the flow. */
  ways(step: S, next: string): readonly Way[];
  branches(step: S): readonly (readonly StepDefinition[])[];
  /** Everything that it shows or keeps and that may hold placeholders. */
  texts(step: S): readonly Template[];
  conditions(step: S): readonly Condition[];
  /** What the run waits for the contact with; null: it does not. */
  question(step: S): Question | null;
  /** Names of the outcomes that it may reach. */
  outcomes(step: S): readonly string[];
  /** Whether the run rests there for a time of its own. */
  readonly pauses: boolean;
  /** Names of the flows that it leads to. */
  flows(step: S): readonly string[];
  /** Names of the contact's fields that it may fill. */
  fields(step: S): readonly string[];
  /** Whether its texts are for the team or its systems only: what is sensitive may stand in them. */
  readonly isDiscreet: boolean;
}

type StepOf<V extends Verb> = Extract<StepDefinition, { readonly verb: V }>;

/** A step as its verb reads it: its place in the flow, and what stands in it. */
export interface StepReading {
  readonly path: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  place(...path: NodePath): Place;
  node(...path: NodePath): SourceNode | undefined;
  /** The text at that place of the step, its placeholders read and its words checked; empty where there is none. */
  template(...path: NodePath): Template;
  /** The text at that place as it is said to a contact, in every language that there is of it. */
  speech(...path: NodePath): Template;
  /** As `speech`, of a text that takes no placeholders. */
  wording(...path: NodePath): Wording;
  /** A text that is shown as it is. */
  literal(...path: NodePath): string;
  /** The steps at that place, as the branch of that name. */
  steps(branch: string, ...path: NodePath): readonly StepDefinition[];
  /** Whether a way through these steps comes out at their end. */
  comesOut(steps: readonly StepDefinition[]): boolean;
  /** A step that the author did not write, at the place of what it stands for. */
  implied(path: string, place: Place): void;
  mention(mention: Mention): void;
}

/** What only some verbs have. */
type Optional =
  | 'ways'
  | 'branches'
  | 'texts'
  | 'conditions'
  | 'question'
  | 'flows'
  | 'fields'
  | 'outcomes'
  | 'pauses'
  | 'isDiscreet';

type StepDescription<V extends Verb, Shape extends z.ZodRawShape> = Omit<
  StepKind<StepOf<V>>,
  'verb' | 'keys' | 'read' | 'schema' | Optional
> &
  Partial<Pick<StepKind<StepOf<V>>, Optional>> & {
    readonly verb: V;
    readonly shape: Shape;
    readonly read: (written: z.output<z.ZodObject<Shape>>, step: StepReading) => StepOf<V> | null;
  };

/** Joins a verb's schema with its reading. Every step takes an `id`; one that says nothing of its ways goes on. */
export function defineStep<V extends Verb, Shape extends z.ZodRawShape>(
  description: StepDescription<V, Shape>,
): StepKind<StepOf<V>> {
  const { shape, read, ...rest } = description;
  const schema = mapping({ ...shape, id: name.optional() });
  return {
    ways: (_step, next) => [walkTo(next)],
    branches: () => [],
    texts: () => [],
    conditions: () => [],
    question: () => null,
    flows: () => [],
    fields: () => [],
    outcomes: () => [],
    pauses: false,
    isDiscreet: false,
    ...rest,
    schema,
    keys: Object.keys(shape),
    read: (node, reading) => {
      const { value } = readShape(schema, node, reading.report);
      return value === null ? null : read(value as z.output<z.ZodObject<Shape>>, reading);
    },
  };
}
