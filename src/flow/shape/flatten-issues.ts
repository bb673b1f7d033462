import type { z } from 'zod';

/** One thing that is wrong with a value, wherever zod's nesting of alternatives has put it. */
export type ShapeIssue = { readonly path: readonly PropertyKey[] } &
  /** `kinds` are those of zod, such as `array`; `words` are texts that are meant literally. */
  (
    | { readonly kind: 'type'; readonly kinds: readonly string[]; readonly words: readonly string[] }
    | { readonly kind: 'unknown_keys'; readonly keys: readonly string[]; readonly known: readonly string[] }
    | { readonly kind: 'empty_list' }
    | {
        readonly kind: 'refused';
        readonly message: string;
        readonly params: Readonly<Record<string, unknown>>;
      }
  );

type ZodIssue = z.core.$ZodIssue;

/**
 * zod's issues as a flat list. Of several alternatives the one is taken that the value resembles, so that a mistake in
 * a mapping is not reported as "text expected" because a text would have been allowed too.
 */
export function flattenIssues(
  issues: readonly ZodIssue[],
  base: readonly PropertyKey[] = [],
): readonly ShapeIssue[] {
  return issues.flatMap((issue) => flattenIssue(issue, [...base, ...issue.path]));
}

function flattenIssue(issue: ZodIssue, path: readonly PropertyKey[]): readonly ShapeIssue[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return [{ kind: 'unknown_keys', path, keys: issue.keys, known: issue.message.split(',') }];
    case 'invalid_type':
      return [{ kind: 'type', path, kinds: [issue.expected], words: [] }];
    case 'invalid_value':
      return [{ kind: 'type', path, kinds: [], words: issue.values.map(String) }];
    case 'too_small':
      return [{ kind: 'empty_list', path }];
    case 'invalid_union':
      return flattenUnion(issue.errors, path);
    default:
      return [{ kind: 'refused', path, message: issue.message, params: readParams(issue) }];
  }
}

function flattenUnion(
  alternatives: readonly (readonly ZodIssue[])[],
  path: readonly PropertyKey[],
): readonly ShapeIssue[] {
  const flat = alternatives.map((issues) => flattenIssues(issues, path));
  const nearest = flat.find((issues) => !issues.some((issue) => missesWhole(issue, path)));
  return nearest ?? [mergeAlternatives(flat.flat(), path)];
}

/** Whether the value as a whole, not a part of it, is something else than the alternative wants. */
function missesWhole(issue: ShapeIssue, path: readonly PropertyKey[]): boolean {
  return issue.kind === 'type' && issue.path.length === path.length;
}

function mergeAlternatives(issues: readonly ShapeIssue[], path: readonly PropertyKey[]): ShapeIssue {
  const whole = issues.flatMap((issue) => (issue.kind === 'type' && missesWhole(issue, path) ? [issue] : []));
  return {
    kind: 'type',
    path,
    kinds: [...new Set(whole.flatMap(({ kinds }) => kinds))],
    words: [...new Set(whole.flatMap(({ words }) => words))],
  };
}

function readParams(issue: ZodIssue): Readonly<Record<string, unknown>> {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}
