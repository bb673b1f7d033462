import type { Issue } from '../../flow/issue.js';
import { listAllowed } from '../../flow/format-issue.js';
import { hideSecrets } from '../../flow/secret-text.js';
import type { SourceFile } from '../../flow/yaml/source-file.js';

/** A line that is longer than this is shown in part, around the place at fault. */
const LONGEST_LINE = 110;

/**
 * Issues by file, each with its line and a mark under the place:
 *
 *     flows/guide.yaml
 *       12:9 error unknown-step: There is no step "projekt" in this flow.
 *
 *           12 |   - go: projekt
 *              |         ^
 *
 *           allowed: project, weekly
 *           Did you mean "project"?
 */
export function showIssues(issues: readonly Issue[], files: readonly SourceFile[], folder: string): string {
  const texts = new Map(files.map(({ path, text }) => [path, text.split('\n')]));
  const paths = [...new Set(issues.map(({ file }) => file))];
  return paths
    .map((path) => {
      const own = issues.filter(({ file }) => file === path);
      const shown = own.map((issue) => showIssue(issue, texts.get(path) ?? []));
      return [`${folder}/${path}`, ...shown, ''].join('\n');
    })
    .join('\n');
}

function showIssue(issue: Issue, lines: readonly string[]): string {
  const { line, column, severity, code, message, allowed, hint } = issue;
  return [
    `  ${line}:${column} ${severity} ${code}: ${message}`,
    ...showPlace(lines[line - 1], line, column),
    ...(allowed.length === 0 ? [] : [`      allowed: ${listAllowed(allowed)}`]),
    ...(hint === null ? [] : [`      ${hint}`]),
  ].join('\n');
}

/** Nothing where there is no such line: a file that is missing, or one that could not be read. */
function showPlace(text: string | undefined, line: number, column: number): readonly string[] {
  if (text === undefined || text.trim() === '') return [];
  const from = Math.max(0, Math.min(column - LONGEST_LINE / 2, text.length - LONGEST_LINE));
  const part = text
    .slice(from, from + LONGEST_LINE)
    .trimEnd()
    .replaceAll('\t', ' ');
  const gutter = ' '.repeat(String(line).length);
  return [
    `      ${line} | ${hideSecrets(part)}`,
    `      ${gutter} | ${' '.repeat(Math.max(0, column - 1 - from))}^`,
  ];
}
