import { lineKinds } from '../test-file/chat-lines.js';
import { expectationsShape } from '../test-file/expectations.js';
import { testFileShape, testShape } from '../test-file/read-test-file.js';
import { byWord } from './by-word.js';
import { schemaFromZod } from './from-zod.js';
import type { JsonSchema } from './json-schema.js';

/** What may stand in a `*.test.yaml`. */
export function testSchema(): JsonSchema {
  const words = Object.keys(lineKinds).join(', ');
  return {
    title: 'Tests',
    ...schemaFromZod(testFileShape),
    definitions: {
      test: { title: 'test', ...schemaFromZod(testShape) },
      expectations: { title: 'expect', ...schemaFromZod(expectationsShape) },
      ...byWord(
        Object.entries(lineKinds).map(([word, { shape }]) => ({
          word,
          keys: [word],
          schema: schemaFromZod(shape),
        })),
        { what: 'chat_line', rule: `A line says who does what: ${words}.` },
      ),
    },
  };
}
