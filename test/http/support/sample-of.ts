import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The least that a schema takes, so that a request of any address gets as far as its handler. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input' }));
}

function sample(schema: JsonSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? [];
  if (typeof first === 'object') return sample(first);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(property(schema, name))]),
      );
    case 'array':
      return [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return sampleText(schema);
  }
}

function property({ properties }: JsonSchema, name: string): JsonSchema {
  const found = properties?.[name];
  return typeof found === 'object' ? found : {};
}

function sampleText({ format, minLength = 1 }: JsonSchema): string {
  if (format === 'date-time') return '2026-11-22T12:00:00Z';
  if (format === 'email') return 'somebody@example.com';
  return 'a'.repeat(minLength);
}
