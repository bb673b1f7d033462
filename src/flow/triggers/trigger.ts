import type { z } from 'zod';
import { checkStartChannels } from '../check/check-start-channels.js';
import type { TriggerDefinition, TriggerName } from '../definition.js';
import type { StartKind } from '../flow-source.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { languageCode, mapping } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import type { Vocabulary } from '../vocabulary.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';

/**
 * One kind of thing that can start a flow: how it is written, what it means, and a chat that shows it. Everything that an
 * author must know of it stands here; what happens at a message is the core's (`trigger-match.ts`).
 */
export interface TriggerKind {
  readonly name: TriggerName;
  /** For the author: one paragraph. */
  readonly meaning: string;
  /** A whole flow file that shows it at work; several are parted by a line of dashes. */
  readonly example: string;
  /** How that flow is started: the lines of a chat in a test file. */
  readonly chat: string;
  /** What a trigger of this kind looks like, `priority` and `language` included. */
  readonly schema: z.ZodObject;
  /** The keys that it takes beside those that all have, its name first. */
  readonly keys: readonly string[];
  /** Null where too little could be read; why is reported. */
  read(node: SourceNode, reading: TriggerReading): TriggerDefinition | null;
}

/** A trigger as its kind reads it: its flow, and what stands in it. */
export interface TriggerReading {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  place(...path: NodePath): Place;
  /** A text that is shown as it is. */
  literal(...path: NodePath): string;
  /** Notes each word at that place as one that starts the flow, and checks it; a single one may stand without a list. */
  starts(kind: StartKind, words: readonly string[], ...path: NodePath): void;
}

/** How "whatever it is" is written where words could stand. */
export const anything = 'any';

type TriggerOf<K extends TriggerName> = Extract<TriggerDefinition, { readonly kind: K }>;

interface TriggerDescription<K extends TriggerName, Shape extends z.ZodRawShape> extends Pick<
  TriggerKind,
  'meaning' | 'example' | 'chat'
> {
  readonly name: K;
  readonly shape: Shape;
  readonly read: (written: z.output<z.ZodObject<Shape>>, trigger: TriggerReading) => TriggerOf<K> | null;
}

const bestPriority = 1;
const lastPriority = 9;

const priority = wholeNumber({
  from: bestPriority,
  to: lastPriority,
  message: `A priority is a number from ${bestPriority} (goes first) to ${lastPriority}.`,
});

/** What every trigger may say beside its own keys. */
const common = {
  priority: priority
    .describe(`Who goes first where several could start, from ${bestPriority} (first) to ${lastPriority}.`)
    .optional(),
  language: languageCode
    .describe('Only for contacts who speak this language, or whose language is not known yet.')
    .optional(),
};

/** Joins a kind's schema with its reading. */
export function defineTrigger<K extends TriggerName, Shape extends z.ZodRawShape>(
  description: TriggerDescription<K, Shape>,
): TriggerKind {
  const { shape, read, ...rest } = description;
  const schema = mapping({ ...shape, ...common });
  return {
    ...rest,
    schema,
    keys: Object.keys(shape),
    read: (node, trigger) => {
      const { value } = readShape(schema, node, trigger.report);
      if (value === null) return null;
      checkStartChannels(rest.name, trigger.vocabulary.channels, trigger.place(rest.name), trigger.report);
      const own = read(value as z.output<z.ZodObject<Shape>>, trigger);
      return own === null ? null : { ...own, ...readCommon(value, trigger) };
    },
  };
}

function readCommon(
  written: Readonly<Record<string, unknown>>,
  trigger: TriggerReading,
): Pick<TriggerDefinition, 'priority' | 'language'> {
  const { priority: rank, language } = written;
  const { languages } = trigger.vocabulary;
  if (typeof language === 'string' && languages.length > 0 && !languages.includes(language)) {
    trigger.report.error(
      trigger.place('language'),
      'foreign-language',
      `The workspace does not speak "${language}".`,
      {
        allowed: languages,
        hint: 'Add it to the languages in workspace.yaml, or leave this line out.',
      },
    );
  }
  return {
    ...(typeof rank === 'number' ? { priority: rank } : {}),
    ...(typeof language === 'string' ? { language } : {}),
  };
}
