import type { TriggerTarget, Workspace } from '../core/workspace.js';
import type { FlowSummary } from './engine.js';

/** What the flows of a workspace answer to, for people to read. */
export function describeFlows(workspace: Workspace): readonly FlowSummary[] {
  const { exact, contained } = workspace.triggers.keywords;
  const keywords = [...exact.values(), ...contained.byPhrase.values()];
  return [...workspace.flows.values()].map(({ name, title, version }) => ({
    workspace: workspace.name,
    brand: workspace.brand,
    name,
    title,
    version,
    keywords: keywords.filter(({ value }) => value.flow === name).map(({ phrase }) => phrase),
    refs: namesLeadingTo(workspace.triggers.refs, name),
  }));
}

function namesLeadingTo(triggers: ReadonlyMap<string, TriggerTarget>, flow: string): readonly string[] {
  return [...triggers].filter(([, target]) => target.flow === flow).map(([name]) => name);
}
