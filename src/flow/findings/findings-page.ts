import { findingCodes, findings } from './catalogue.js';
import type { FindingCode } from './catalogue.js';

/** Where the page of all findings stands in the project. */
export const findingsFile = 'docs/findings.md';

/** Where a finding is explained: a place on that page. */
export function pageOf(code: FindingCode): string {
  return `${findingsFile}#${code}`;
}

/** One finding, for a terminal. */
export function explainFinding(code: FindingCode): string {
  const { severity, title, explanation, example, mend } = findings[code];
  return [
    `${code} (${severity}): ${title}`,
    '',
    explanation,
    '',
    ...example.split('\n').map((line) => `    ${line}`),
    '',
    mend,
  ].join('\n');
}

/** The page of all findings, in Markdown. */
export function findingsPage(): string {
  const codes = [...findingCodes].sort();
  return [
    '# What `check` finds',
    '',
    'Every mistake has a code that does not change. `npx heyword explain <code>` prints what stands here.',
    'An error keeps the flows from being served; with a warning they work, though hardly as you meant it.',
    '',
    ...codes.map((code) => `- [\`${code}\`](#${code}): ${findings[code].title}`),
    ...codes.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf(code: FindingCode): readonly string[] {
  const { severity, title, explanation, example, mend } = findings[code];
  return [
    '',
    `## ${code}`,
    '',
    `**${title}** (${severity}). ${explanation}`,
    '',
    '```yaml',
    example,
    '```',
    '',
    mend,
  ];
}
