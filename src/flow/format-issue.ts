import type { Issue } from './issue.js';

/** More names than this are not read, only scrolled past. */
const MOST_ALLOWED = 20;

/**
 * An issue as lines for a terminal, without colours:
 *
 *     flows/guide.yaml:12:9 error unknown-step: There is no step "projekt" in this flow.
 *         allowed: project, weekly
 *         Did you mean "project"?
 *
 * @param root Put before the file's name, such as `flows/`.
 */
export function formatIssue(issue: Issue, root = ''): string {
  const place = `${root}${issue.file}:${issue.line}:${issue.column}`;
  const lines = [`${place} ${issue.severity} ${issue.code}: ${issue.message}`];
  if (issue.allowed.length > 0) lines.push(`    allowed: ${listAllowed(issue.allowed)}`);
  if (issue.hint !== null) lines.push(`    ${issue.hint}`);
  return lines.join('\n');
}

/** Names that are allowed, with the number of those that are left out. */
export function listAllowed(words: readonly string[]): string {
  const left = words.length - MOST_ALLOWED;
  return left > 0 ? `${words.slice(0, MOST_ALLOWED).join(', ')} and ${left} more` : words.join(', ');
}
