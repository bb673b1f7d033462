import type { AnyStateMachine } from 'xstate';
import type { Workspace } from '../core/workspace.js';
import type { WorkspaceSummary } from './engine.js';

/** What people who work for a brand may choose from. */
export function describeWorkspace(workspace: Workspace): WorkspaceSummary {
  const { name, brand, teams, accounts, topics, flows } = workspace;
  const outcomes = [...flows.values()].flatMap(({ machine }) => outcomesOf(machine));
  return {
    name,
    brand,
    teams: [...teams.values()].map(({ name, title }) => ({ name, title })),
    accounts: accounts.map(({ name, channel }) => ({ name, channel })),
    topics: [...topics.values()].map(({ name, title }) => ({ name, title })),
    outcomes: [...new Set(outcomes)].toSorted(),
  };
}

/** Actions stand anywhere in a machine's description, which is plain data: states, transitions, alternatives. */
function outcomesOf(machine: AnyStateMachine): readonly string[] {
  return namesIn(machine.config);
}

function namesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, params } = part as {
    readonly type?: unknown;
    readonly params?: { readonly outcome?: unknown };
  };
  if (type === 'recordOutcome' && typeof params?.outcome === 'string') return [params.outcome];
  return Object.values(part).flatMap(namesIn);
}
