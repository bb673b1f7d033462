import { UsageError } from './command.js';
import type { LoadedWorkspace } from './read-folder.js';

/** The one workspace of a folder, where a command is about one. */
export function onlyWorkspace(workspaces: readonly LoadedWorkspace[]): LoadedWorkspace {
  const [first, second] = workspaces;
  if (first === undefined) throw new UsageError('There is no workspace in this folder.');
  if (second === undefined) return first;
  const names = workspaces.map(({ workspace }) => workspace.name).join(', ');
  throw new UsageError(`This folder holds several workspaces (${names}): name the folder of one.`);
}
