import type { z } from 'zod';
import type { NameableThing } from '../findings/catalogue.js';
import { isName, nameRule } from '../names.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import type { NamedThings } from '../vocabulary.js';
import { placeAt } from '../yaml/source-node.js';
import type { NodePath, SourceNode } from '../yaml/source-node.js';
import type { Place } from '../issue.js';

/** One entry of a section of workspace.yaml, once its shape is right. */
export interface NamedEntry<T> {
  readonly name: string;
  readonly written: T;
  readonly node: SourceNode;
  readonly report: Report;
  readonly place: (...path: NodePath) => Place;
}

/** What a section of workspace.yaml is made of. */
export interface Section<Written, T> {
  /** In the author's words, such as `link`. */
  readonly what: NameableThing;
  readonly shape: z.ZodType<Written>;
  /** Null where it is too broken to be used; why is reported. */
  readonly read: (entry: NamedEntry<Written>) => T | null;
}

/** A mapping of names to things of one kind, each read by itself so that a broken one does not hide the next. */
export function readSection<Written, T>(
  { what, shape, read }: Section<Written, T>,
  node: SourceNode | undefined,
  report: Report,
): NamedThings<T> {
  const byName = new Map<string, T | null>();
  if (node?.kind !== 'map') return { what, byName, isComplete: node === undefined };
  for (const [name, { keyPlace, value }] of node.entries) {
    if (!isName(name)) report.error(keyPlace, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
    const { value: written } = readShape(shape, value, report);
    const place = (...path: NodePath) => placeAt(value, path);
    byName.set(name, written === null ? null : read({ name, written, node: value, report, place }));
  }
  return { what, byName, isComplete: true };
}

/** Those that can be used, in the order in which they are written. */
export function usableThings<T>({ byName }: NamedThings<T>): readonly T[] {
  return [...byName.values()].filter((thing) => thing !== null);
}
