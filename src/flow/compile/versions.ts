import type { FlowIdentity } from '../compile.js';
import type { FlowDefinition } from '../definition.js';
import type { Piecewise } from '../piecewise.js';
import { canonicalJson } from './canonical-json.js';
import { kindOf } from '../steps/step-kinds.js';
import { placeSteps } from './placed-steps.js';

/**
 * Grows when the same definition would run differently. Part of every version, so that runs under way keep the version
 * that they began with.
 */
const COMPILER_VERSION = 1;

/** Hash of a text; must be the same on every machine. Injected: this room knows no crypto. */
export type Digest = (text: string) => string;

interface Node {
  /** Hash of the definition alone. */
  readonly own: string;
  /** Names of the flows that it leads to. */
  readonly leadsTo: readonly string[];
}

/**
 * The version of each flow, by name: a hash of the flow, of every flow that it can reach by `go` and `run` (in circles
 * too), and of the compiler. Neither edits of other flows nor the order of keys change it. Flows that are named but not
 * given are left out: the checker reports them.
 */
export function* versionFlows(
  definitions: readonly FlowDefinition[],
  digest: Digest,
): Piecewise<ReadonlyMap<string, FlowIdentity>> {
  const nodes = new Map<string, Node>();
  for (const definition of definitions) {
    nodes.set(definition.name, nodeOf(definition, digest));
    yield;
  }
  const versions = new Map<string, string>();
  for (const name of nodes.keys()) {
    versions.set(name, digest(everythingOf(name, nodes)));
    yield;
  }
  return new Map(
    [...versions].map(([name, version]) => {
      const targets = (nodes.get(name)?.leadsTo ?? []).flatMap((target) => {
        const targetVersion = versions.get(target);
        return targetVersion === undefined ? [] : [[target, targetVersion] as const];
      });
      return [name, { version, leadsTo: Object.fromEntries(targets) }];
    }),
  );
}

function nodeOf(definition: FlowDefinition, digest: Digest): Node {
  const targets = placeSteps(definition.steps).flatMap(({ step }) => kindOf(step).flows(step));
  return { own: digest(canonicalJson(definition)), leadsTo: [...new Set(targets)].sort() };
}

/**
 * All that a run of this flow may come to depend on, a hash each: with the texts themselves a thousand flows that lead to
 * each other would take seconds. The flow's own name tells it from others of the same circle.
 */
function everythingOf(name: string, nodes: ReadonlyMap<string, Node>): string {
  const definitions = [...reachFrom(name, nodes)].sort().map((reached) => nodes.get(reached)?.own);
  return JSON.stringify([COMPILER_VERSION, name, ...definitions]);
}

function reachFrom(name: string, nodes: ReadonlyMap<string, Node>): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const at of reached) {
    for (const target of nodes.get(at)?.leadsTo ?? []) if (nodes.has(target)) reached.add(target);
  }
  return reached;
}
