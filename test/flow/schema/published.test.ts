import { describe, expect, it } from 'vitest';
import { fileKinds, schemaText } from '../../../src/flow/schema/published.js';
import { stepKinds } from '../../../src/flow/steps/step-kinds.js';

type Json = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a schema, with where it stands. */
function* partsOf(value: unknown, at = '#'): Generator<readonly [string, Json]> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* partsOf(one, `${at}/${index}`);
  } else if (isMapping(value)) {
    yield [at, value];
    for (const [key, one] of Object.entries(value)) yield* partsOf(one, `${at}/${key}`);
  }
}

const parsed = (kind: (typeof fileKinds)[number]) => JSON.parse(schemaText(kind)) as Json;

describe.each(fileKinds)('the schema of %s files', (kind) => {
  const schema = parsed(kind);
  const parts = [...partsOf(schema)];

  it('leads only to what it defines, and defines nothing in vain', () => {
    const led = parts.flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    const defined = Object.keys((schema['definitions'] ?? {}) as Json).map((name) => `#/definitions/${name}`);
    expect([...new Set(led)].sort()).toEqual(defined.sort());
  });

  it('takes no key that it does not know, wherever keys are fixed', () => {
    const open = parts.filter(
      ([, one]) => isMapping(one['properties']) && one['additionalProperties'] === undefined,
    );
    expect(open.filter(([at]) => !at.endsWith('/properties')).map(([at]) => at)).toEqual([]);
  });

  it('names no word of the reader', () => {
    expect(parts.filter(([, one]) => 'writtenAs' in one || 'part' in one)).toEqual([]);
  });

  it('has only patterns that an engine reads', () => {
    for (const [, { pattern }] of parts) if (typeof pattern === 'string') new RegExp(pattern, 'u');
  });
});

describe('the schema of flow files', () => {
  const definitions = parsed('flow')['definitions'] as Readonly<Record<string, Json>>;

  it.each(stepKinds.map((kind) => [kind.verb, kind] as const))(
    'holds %s to its own keys, and explains each',
    (verb, kind) => {
      const { properties, required } = definitions[`step_${verb}`] as {
        readonly properties: Readonly<Record<string, { readonly description?: string }>>;
        readonly required: readonly string[];
      };
      expect(Object.keys(properties)).toEqual(Object.keys(kind.schema.shape));
      expect(required).toContain(verb);
      for (const { description = '' } of Object.values(properties))
        expect(description.length).toBeGreaterThan(15);
    },
  );
});
