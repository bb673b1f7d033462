import { count } from '../count.js';
import type { FolderReading } from '../read-folder.js';

export interface CheckSummary {
  readonly flows: number;
  readonly errors: number;
  readonly warnings: number;
}

export function summarise({ issues, workspaces }: FolderReading): CheckSummary {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return {
    flows: workspaces.reduce((sum, workspace) => sum + workspace.flows.length, 0),
    errors,
    warnings: issues.length - errors,
  };
}

/** In one line. */
export function describeSummary(reading: FolderReading): string {
  const { flows, errors, warnings } = summarise(reading);
  const { folder } = reading;
  if (errors + warnings === 0) return `${folder}: ${count(flows, 'flow')}, no mistakes.`;
  return `${folder}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}
