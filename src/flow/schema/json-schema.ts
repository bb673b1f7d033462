/** A JSON Schema (draft 7), as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Whether a part of a schema is one itself: not a list, a text or `true`. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema that stands once, under `definitions`, and is used in many places. */
export function refTo(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}
