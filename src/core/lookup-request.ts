import type { JsonValue, Lookup } from './lookup.js';

/** What is sent for a look-up, its inputs filled in. */
export interface LookupRequest {
  readonly url: string;
  /** JSON; null: there is no body. */
  readonly body: string | null;
}

const placeholder = /\{\{\s*input\.([a-z][a-z0-9_]*)\s*\}\}/gu;

/** Names of the inputs that a text shows, in the order in which they stand there. */
export function inputsIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

/**
 * Fills the inputs in, in one pass: what is filled in can neither leave its place in the address, nor end a text of the
 * body. Null where an input would make it another question: one that is empty in the path, or walks out of it (`..`).
 */
export function fillLookup(
  { url, body }: Pick<Lookup, 'url' | 'body'>,
  inputs: Readonly<Record<string, string>>,
): LookupRequest | null {
  const [path = ''] = url.split('?');
  if (inputsIn(path).some((name) => valueOf(inputs, name) === '')) return null;
  const filled = fill(url, (name) => encodeURIComponent(wellFormed(valueOf(inputs, name))));
  if (!URL.canParse(filled) || leavesPath(filled)) return null;
  return { url: filled, body: body === null ? null : JSON.stringify(fillJson(body, inputs)) };
}

/** A segment of dots is no segment to a URL but a way up, encoded or not. */
function leavesPath(filled: string): boolean {
  const [path = ''] = filled.split('?');
  return path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/iu.test(segment));
}

function fillJson(value: JsonValue, inputs: Readonly<Record<string, string>>): JsonValue {
  if (typeof value === 'string') return fill(value, (name) => valueOf(inputs, name));
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => fillJson(item, inputs));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillJson(inner, inputs)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function fill(text: string, valueFor: (name: string) => string): string {
  return text.replace(placeholder, (_, name: string) => valueFor(name));
}

function valueOf(inputs: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : '';
}

/** Half a surrogate pair has no bytes. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
