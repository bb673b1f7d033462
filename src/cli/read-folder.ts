import { createHash } from 'node:crypto';
import type { Workspace } from '../core/workspace.js';
import { readFlowFolder } from '../engine/flow-files.js';
import { assembleWorkspace, compileFlows, type CompiledFlow } from '../flow/assemble.js';
import { formatIssue } from '../flow/format-issue.js';
import type { Issue } from '../flow/issue.js';
import { readFlowFiles } from '../flow/read-flow-files.js';
import type { WorkspaceFiles } from '../flow/read-flow-files.js';
import type { SourceFile } from '../flow/yaml/source-file.js';
import { UsageError } from './command.js';
import type { Terminal } from './command.js';

/** The folder as it was read: every mistake in it, and what can be made of the rest. */
export interface FolderReading {
  readonly folder: string;
  /** As they stand on disk, those with mistakes included. */
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
  readonly workspaces: readonly WorkspaceFiles[];
}

/** A workspace as its files say it, and as it runs. */
export interface LoadedWorkspace {
  readonly files: WorkspaceFiles;
  readonly workspace: Workspace;
}

/** The folder that a call names; else it is FLOWS_DIR, or `flows`. */
export function nameOfFolder(
  named: string | undefined,
  { environment }: Pick<Terminal, 'environment'>,
): string {
  return named ?? (environment['FLOWS_DIR'] || 'flows');
}

/** @param named See `nameOfFolder`. */
export async function readFolder(
  named: string | undefined,
  { environment }: Pick<Terminal, 'environment'>,
): Promise<FolderReading> {
  const folder = nameOfFolder(named, { environment });
  const found = await readFlowFolder(folder);
  if (found === null) throw new UsageError(`There is no folder ${folder}.`);
  const { issues, workspaces } = readFlowFiles(found.files);
  return { folder, files: found.files, issues: [...found.issues, ...issues], workspaces };
}

/** The compiled flows of each workspace, by its name. */
export function compileFolder({ workspaces }: FolderReading): ReadonlyMap<string, readonly CompiledFlow[]> {
  return new Map(workspaces.map(({ name, flows }) => [name, compileFlows(flows, sha256)]));
}

/** Makes flows without mistakes ready to run. */
export function assembleFolder({ workspaces }: FolderReading): readonly LoadedWorkspace[] {
  return workspaces.map((files) => ({
    files,
    workspace: assembleWorkspace(files.definition, compileFlows(files.flows, sha256), () => undefined),
  }));
}

/** Warnings alone keep nothing from running. */
export function hasErrors({ issues }: FolderReading): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

/** A paragraph for each mistake. */
export function describeIssues({ folder, issues }: FolderReading): string {
  return issues.map((issue) => formatIssue(issue, `${folder}/`)).join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
