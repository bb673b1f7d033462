import type { z } from 'zod';
import { namedSubjects, ownSubjects } from '../condition-syntax.js';
import { namePattern } from '../names.js';
import { flowShape } from '../read-flow.js';
import { stepKinds } from '../steps/step-kinds.js';
import { triggerKinds, triggerNames } from '../triggers/trigger-kinds.js';
import { byWord } from './by-word.js';
import type { Way } from './by-word.js';
import { schemaFromZod } from './from-zod.js';
import { help, sentencesAbout, withExample } from './help.js';
import { isSchema, refTo } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';

/** What may stand in a flow file. */
export function flowSchema(): JsonSchema {
  const verbs = stepKinds.map(({ verb }) => verb).join(', ');
  return {
    title: 'Flow',
    ...schemaFromZod(flowShape),
    definitions: {
      ...byWord(
        stepKinds.map((kind) => wayOf({ word: kind.verb, ...kind })),
        {
          what: 'step',
          rule: `A step begins with a verb and a colon: ${verbs}.`,
          bareWord: 'end',
        },
      ),
      ...byWord(
        triggerKinds.map((kind) => wayOf({ word: kind.name, ...kind })),
        {
          what: 'trigger',
          rule: `What starts a flow begins with one of ${triggerNames.join(', ')}.`,
        },
      ),
      condition: conditionSchema(),
    },
  };
}

/** A verb or a trigger: its word, how it is written, and what it means. */
interface Kind extends Omit<Way, 'schema'> {
  readonly meaning: string;
  readonly example: string;
  readonly schema: z.ZodObject;
}

function wayOf(kind: Kind): Way {
  const schema = schemaFromZod(kind.schema);
  return { ...kind, schema: { ...schema, properties: describeKeys(kind, schema['properties']) } };
}

const idHelp =
  'The name of this step: to go to it, to count by, and to keep a run in its place when the flow is edited.';

/** Each key with what is said of it in the paragraph about the whole, unless its shape says something itself. */
function describeKeys({ word, meaning, example }: Kind, properties: unknown): JsonSchema {
  if (!isSchema(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      if (!isSchema(schema)) return [key, schema];
      if (key === word) return [key, { ...schema, ...withExample(meaning, word, example) }];
      if ('description' in schema) return [key, schema];
      return [key, { ...schema, ...help(key === 'id' ? idHelp : sentencesAbout(key, meaning)) }];
    }),
  );
}

function conditionSchema(): JsonSchema {
  const several: JsonSchema = { type: 'array', items: refTo('condition'), minItems: 1 };
  return {
    title: 'condition',
    type: 'object',
    minProperties: 1,
    properties: {
      ...Object.fromEntries(Object.entries(ownSubjects).map(([key, shape]) => [key, schemaFromZod(shape)])),
      any: { ...several, ...help('One of these must hold.') },
      all: { ...several, ...help('All of these must hold.') },
      not: refTo('condition'),
    },
    patternProperties: Object.fromEntries(
      Object.entries(namedSubjects).map(([source, shape]) => [
        `^${source}\\.${namePattern.slice(1)}`,
        schemaFromZod(shape),
      ]),
    ),
    additionalProperties: false,
  };
}
