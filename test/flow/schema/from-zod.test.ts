import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaFromZod } from '../../../src/flow/schema/from-zod.js';
import { mapping, oneOrMore, part, steps, text, writtenAs } from '../../../src/flow/shape/values.js';

describe('schemaFromZod', () => {
  it('takes what may really be written, where the reader takes more to explain it better', () => {
    const tries = z
      .number()
      .transform((value) => value)
      .meta(writtenAs({ type: 'integer', minimum: 1 }));
    expect(schemaFromZod(mapping({ tries: tries.describe('How often.').optional() }))).toEqual({
      type: 'object',
      properties: { tries: { type: 'integer', minimum: 1, description: 'How often.' } },
      additionalProperties: false,
    });
  });

  it('says of one or more what is said of one, and of the list', () => {
    expect(schemaFromZod(oneOrMore(z.number()))).toEqual({
      type: ['number', 'array'],
      minItems: 1,
      items: { type: 'number' },
    });
  });

  it('keeps a closed set apart from what else may stand there', () => {
    expect(schemaFromZod(steps)).toEqual({
      type: ['string', 'array'],
      items: { $ref: '#/definitions/step' },
      anyOf: [{ type: 'string', const: 'end' }, { type: 'array' }],
    });
  });

  it('joins alternatives that hold alternatives', () => {
    const schema = z.union([oneOrMore(z.enum(['a', 'b'])), mapping({ c: text }), z.null()]);
    expect(schemaFromZod(schema)).toMatchObject({
      type: ['string', 'array', 'object', 'null'],
      minItems: 1,
      items: { type: 'string', enum: ['a', 'b'] },
      properties: { c: { type: 'string' } },
      required: ['c'],
      additionalProperties: false,
      anyOf: [{ enum: ['a', 'b'] }, { type: 'array' }, { type: 'object' }, { type: 'null' }],
    });
  });

  it('leaves alternatives of one type as they are', () => {
    const schema = z.union([mapping({ a: text }), mapping({ b: text })]);
    expect(schemaFromZod(schema)).toHaveProperty('anyOf.length', 2);
  });

  it('leads to the schema of a part, and refuses a part that has no name', () => {
    expect(schemaFromZod(z.array(part('step')))).toEqual({
      type: 'array',
      items: { $ref: '#/definitions/step' },
    });
    expect(() => schemaFromZod(mapping({ any: z.unknown() }))).toThrow('/properties/any');
    expect(() => schemaFromZod(z.record(z.string(), z.unknown()))).toThrow('/additionalProperties');
  });
});
