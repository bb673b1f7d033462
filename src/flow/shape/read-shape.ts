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
  if (issue.kind === 'unknown_keys') {
    return issue.keys.reduce((left, key) => withoutPath(left, [...issue.path, key]), value);
  }
  return withoutPath(value, issue.path.slice(0, 1));
}

function withoutPath(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? withoutPath(item, rest) : item));
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, inner]) => [name, name === key ? withoutPath(inner, rest) : inner]),
  );
}
