import type { KeywordEntry } from '../core/keyword.js';
import { flowPayload } from '../core/payload.js';
import type { TriggerTarget, Workspace } from '../core/workspace.js';
import type { FlowSummary } from './engine.js';

/** What the flows of a workspace answer to, for people to read. */
export function describeFlows(workspace: Workspace): readonly FlowSummary[] {
  const { keywords, refs, comments, buttons } = workspace.triggers;
  return [...workspace.flows.values()].map(({ name, title, version }) => ({
    workspace: workspace.name,
    brand: workspace.brand,
    name,
    title,
    version,
    keywords: phrasesLeadingTo(keywords.entries, name),
    refs: namesLeadingTo(refs, name),
    comments: phrasesLeadingTo(comments.byWord.entries, name),
    buttons: buttons.filter(({ payload }) => payload === flowPayload(name)),
  }));
}

/** What can be written as it stands: a pattern is no word to say. */
function phrasesLeadingTo(entries: readonly KeywordEntry<TriggerTarget>[], flow: string): readonly string[] {
  return entries
    .filter(({ match, value }) => match !== 'pattern' && value.flow === flow)
    .map(({ phrase }) => phrase);
}

function namesLeadingTo(
  triggers: ReadonlyMap<string, readonly TriggerTarget[]>,
  flow: string,
): readonly string[] {
  return [...triggers]
    .filter(([, targets]) => targets.some((target) => target.flow === flow))
    .map(([name]) => name);
}
