import type { z } from 'zod';
import type { Report } from '../report.js';
import { toPlainValue } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { flattenIssues } from './flatten-issues.js';
import type { ShapeIssue } from './flatten-issues.js';
import { reportShape } from './report-shape.js';

export interface ShapeReading<T> {
  /** Null: too little is left to go on with. */
  readonly value: T | null;
  /** Whether nothing but unknown keys had to be left out. */
  readonly isWhole: boolean;
}

/**
 * Reads a node as a schema says, and reports whatever is wrong with it. What is wrong is then left out, so that one
 * mistake does not hide those after it.
 */
export function readShape<T>(schema: z.ZodType<T>, node: SourceNode, report: Report): ShapeReading<T> {
  const plain = toPlainValue(node);
  const result = schema.safeParse(plain);
  if (result.success) return { value: result.data, isWhole: true };
  const issues = flattenIssues(result.error.issues);
  reportShape(issues, node, report);
  const kept = schema.safeParse(issues.reduce(withoutMistake, plain));
  return {
    value: kept.success ? kept.data : null,
    isWhole: kept.success && issues.every(({ kind }) => kind === 'unknown_keys'),
  };
}

function withoutMistake(value: unknown, issue: ShapeIssue): unknown {
  if (issue.kind === 'unknown_keys') return withoutKeys(value, issue.path, new Set(issue.keys));
  const [key] = issue.path;
  return key === undefined ? value : withoutKeys(value, [], new Set([String(key)]));
}

/** Leaves these keys out of the mapping at that path. */
function withoutKeys(value: unknown, path: readonly PropertyKey[], keys: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [next, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === next ? withoutKeys(item, rest, keys) : item));
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    next === undefined
      ? entries.filter(([key]) => !keys.has(key))
      : entries.map(([key, inner]) => [key, key === next ? withoutKeys(inner, rest, keys) : inner]),
  );
}
