import type { Flow } from '../core/flow.js';
import type { Account, Workspace } from '../core/workspace.js';
import { buildFaq } from './assemble/faq.js';
import { layPhrases } from './assemble/phrases.js';
import { buildTriggers, suggestKeywords } from './assemble/triggers.js';
import { compileFlow } from './compile.js';
import { versionFlows } from './compile/versions.js';
import type { Digest } from './compile/versions.js';
import type { FlowDefinition } from './definition.js';
import { atOnce, type Piecewise } from './piecewise.js';
import type { WorkspaceDefinition } from './workspace-definition.js';

/** A flow as it runs, with the definition that it was compiled from. */
export interface CompiledFlow {
  readonly definition: FlowDefinition;
  readonly flow: Flow;
}

/** Compiles the flows of one workspace, each at the version that `versionFlows` gives it. Keeps their order. */
export function compileFlows(
  definitions: readonly FlowDefinition[],
  digest: Digest,
): readonly CompiledFlow[] {
  return atOnce(compileFlowsPiecewise(definitions, digest));
}

/** The same, a flow at a time. */
export function* compileFlowsPiecewise(
  definitions: readonly FlowDefinition[],
  digest: Digest,
): Piecewise<readonly CompiledFlow[]> {
  const identities = yield* versionFlows(definitions, digest);
  return definitions.map((definition) => {
    const identity = identities.get(definition.name);
    if (identity === undefined) throw new RangeError(`The flow ${definition.name} has no version.`);
    return { definition, flow: compileFlow(definition, identity) };
  });
}

/**
 * Makes a workspace ready for `decide`. Flows are in file order: of two that want the same keyword the first gets it.
 * `pinned` knows the earlier versions that open runs still need; the present ones need not be in it.
 */
export function assembleWorkspace(
  definition: WorkspaceDefinition,
  compiled: readonly CompiledFlow[],
  pinned: Workspace['pinnedFlow'],
): Workspace {
  const definitions = compiled.map((one) => one.definition);
  const flows = new Map(compiled.map(({ flow }) => [flow.name, flow]));
  return {
    name: definition.name,
    brand: definition.brand,
    timezone: definition.timezone,
    languages: definition.languages,
    hours: definition.hours,
    teams: new Map(definition.teams.map((team) => [team.name, team])),
    topics: new Map(definition.topics.map((topic) => [topic.name, topic])),
    templates: new Map((definition.templates ?? []).map((template) => [template.name, template])),
    rating: definition.rating ?? null,
    lookups: new Map(definition.lookups.map((lookup) => [lookup.name, lookup])),
    coupons: new Map(definition.coupons.map((list) => [list.name, list])),
    accounts: accountsOf(definition),
    triggers: buildTriggers(definitions),
    suggestions: suggestKeywords(definitions, definition.languages[0]),
    phrases: layPhrases(definition.languages, definition.texts),
    faq: buildFaq(definition.faq),
    answersUnmatched: definition.unmatched === 'answer',
    silenceAfterPerson: definition.silenceAfterPerson,
    disclosure: definition.disclosure ?? null,
    flows,
    pinnedFlow: (name, version) => {
      const present = flows.get(name);
      return present?.version === version ? present : pinned(name, version);
    },
  };
}

/** Without an account of its own a workspace is tried out on the simulator. Names of secrets stay behind. */
function accountsOf({ accounts }: WorkspaceDefinition): readonly Account[] {
  return accounts.length === 0
    ? [{ channel: 'simulator', name: 'simulator', id: 'simulator' }]
    : accounts.map(({ channel, name, id }) => ({ channel, name, id }));
}
