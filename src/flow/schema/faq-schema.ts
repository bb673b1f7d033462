import { faqShape, questionShape } from '../faq/faq-shape.js';
import { schemaFromZod } from './from-zod.js';
import type { JsonSchema } from './json-schema.js';

/** What may stand in `faq.yaml`. */
export function faqSchema(): JsonSchema {
  return {
    title: 'Frequent questions',
    ...schemaFromZod(faqShape),
    definitions: { question: { title: 'question', ...schemaFromZod(questionShape) } },
  };
}
