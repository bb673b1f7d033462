import { createHash } from 'node:crypto';
import type { Workspace } from '../../../src/core/workspace.js';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import type { WorkspaceDefinition } from '../../../src/flow/workspace-definition.js';
import { tips } from '../compile/definitions.js';

export const studio: WorkspaceDefinition = {
  name: 'main',
  brand: 'Studio Nord',
  timezone: 'Europe/Berlin',
  languages: ['en', 'de'],
  hours: null,
  accounts: [],
  topics: [tips],
  teams: [{ name: 'sales', title: 'Sales', firstReply: 7_200_000, resolve: null }],
  links: [],
  lookups: [],
  coupons: [],
  texts: {},
  unmatched: 'answer',
  silenceAfterPerson: 3_600_000,
  neverSay: [],
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function workspaceOf(
  flows: readonly FlowDefinition[],
  definition: Partial<WorkspaceDefinition> = {},
): Workspace {
  return assembleWorkspace({ ...studio, ...definition }, compileFlows(flows, sha256), () => undefined);
}
