import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { faultIn } from './meta-schemas.js';

/** A JSON schema, or a part of one. */
type Part = Readonly<Record<string, unknown>>;

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, Part>> };
}

/** What the Cloud API's own description says of each type of message. */
export type WhatsAppSpec = ReadonlyMap<string, z.ZodType>;

/** The description of the Cloud API that facebook/openapi publishes: `business-messaging-api_v23.0.yaml`. */
export function readSpec(file: string): WhatsAppSpec {
  const known = read.get(file) ?? specOf(parse(readFileSync(file, 'utf8')) as OpenApi);
  read.set(file, known);
  return known;
}

/** It is a long file: each is read once. */
const read = new Map<string, WhatsAppSpec>();

/** A schema for each type of message. */
export function specOf({ components: { schemas } }: OpenApi): WhatsAppSpec {
  const { mapping } = schemas['Message']?.['discriminator'] as { readonly mapping: Record<string, string> };
  return new Map(
    Object.entries(mapping).map(([type, $ref]) => [
      type,
      z.fromJSONSchema(inline({ $ref }, schemas) as JsonSchema),
    ]),
  );
}

/**
 * Where a message that is posted is not what the description says; null: it is. What came after v23 it cannot know, so it
 * is asked about the rest: people without a number are looked at as if they had one, and a button that opens a page is left
 * to our own schemas.
 */
export function deviation(spec: WhatsAppSpec, body: unknown): string | null {
  const { recipient, to = recipient, ...rest } = (body ?? {}) as Part;
  const schema = spec.get(String(rest['type']));
  if (schema === undefined) return `there is no message of the type ${String(rest['type'])}`;
  const isNewer = (rest['interactive'] as Part | undefined)?.['type'] === 'cta_url';
  return isNewer ? null : faultIn(schema, { ...rest, to });
}

/** With every reference replaced by what it names, and plain words for what the description only implies. */
function inline(node: unknown, schemas: OpenApi['components']['schemas']): unknown {
  if (Array.isArray(node)) return node.map((entry) => inline(entry, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, discriminator: _, ...own } = node as Part;
  if (typeof $ref === 'string') return inline(schemas[$ref.split('/').at(-1) ?? ''], schemas);
  const entries = Object.entries(own).map(([key, value]) => [key, inline(value, schemas)] as const);
  return plain(Object.fromEntries(entries));
}

/**
 * Each of `allOf` forbids what the others have, so that no message would be right: what is closed there is opened. Where
 * fields are named, an object is meant.
 */
function plain(schema: Part): Part {
  const { allOf, format: _, ...rest } = schema;
  const isObject = 'properties' in rest || 'required' in rest;
  const typed = isObject && rest['type'] === undefined ? { ...rest, type: 'object' } : rest;
  return Array.isArray(allOf) ? { ...typed, allOf: (allOf as readonly Part[]).map(open) } : typed;
}

function open({ additionalProperties: _, ...part }: Part): Part {
  return part;
}
