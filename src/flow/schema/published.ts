import { faqSchema } from './faq-schema.js';
import { flowSchema } from './flow-schema.js';
import type { JsonSchema } from './json-schema.js';
import { testSchema } from './test-schema.js';
import { translationSchema } from './translation-schema.js';
import { workspaceSchema } from './workspace-schema.js';

/** The kinds of files that marketers write, and what may stand in each, for editors. */
const schemas = {
  flow: flowSchema,
  test: testSchema,
  translation: translationSchema,
  workspace: workspaceSchema,
  faq: faqSchema,
};

export type FileKind = keyof typeof schemas;

export const fileKinds = Object.keys(schemas) as readonly FileKind[];

export function schemaOf(kind: FileKind): JsonSchema {
  return schemas[kind]();
}

/** The published text of a schema. */
export function schemaText(kind: FileKind): string {
  const schema: JsonSchema = { $schema: 'http://json-schema.org/draft-07/schema#', ...schemaOf(kind) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** `flow.schema.json`. */
export function schemaFileName(kind: FileKind): string {
  return `${kind}.schema.json`;
}
