import { pageOf } from '../../flow/findings/findings-page.js';
import type { FolderReading } from '../read-folder.js';
import type { Fixing } from './fix-folder.js';
import { summarise } from './summary.js';

/**
 * What `check --json` prints; its shape is stable, keys are only ever added:
 * `ok`, `folder`, `summary: { flows, errors, warnings }`, `fixed: [{ file, line, code, message }]` and
 * `issues: [{ file, line, column, severity, code, message, allowed, hint, help }]`, where `help` is the page that
 * explains the code.
 */
export function issuesAsJson(reading: FolderReading, isGood: boolean, fixing: Fixing): string {
  const issues = reading.issues.map((issue) => ({ ...issue, help: pageOf(issue.code) }));
  const { folder } = reading;
  const report = { ok: isGood, folder, summary: summarise(reading), fixed: fixing.changes, issues };
  return JSON.stringify(report, null, 2);
}
