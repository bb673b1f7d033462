import { translationShape } from '../translation/translation-file.js';
import { schemaFromZod } from './from-zod.js';
import type { JsonSchema } from './json-schema.js';

/** What may stand in a sibling of a flow's file, such as `guide.de.yaml`. */
export function translationSchema(): JsonSchema {
  return { title: 'Translations', ...schemaFromZod(translationShape) };
}
