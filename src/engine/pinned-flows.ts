import type { Flow } from '../core/flow.js';
import { compileFlow } from '../flow/compile.js';
import { reviveDefinition, serialiseDefinition } from '../flow/compile/stored-definition.js';
import type { CompiledFlow } from '../flow/assemble.js';
import type { StoredFlow } from '../store/reads.js';

/** Every version that a run may be pinned to (P8): those that are served, and those that open runs began with. */
export class PinnedFlows {
  readonly #flows = new Map<string, Flow>();

  find(workspace: string, name: string, version: string): Flow | undefined {
    return this.#flows.get(keyOf(workspace, name, version));
  }

  /** Takes up what the store kept. Throws where it was written by a newer Heyword. */
  revive(stored: readonly StoredFlow[]): void {
    for (const { workspace, name, version, definition } of stored) {
      if (this.find(workspace, name, version) !== undefined) continue;
      const revived = reviveDefinition(definition);
      const flow = compileFlow(revived.definition, { version, leadsTo: revived.leadsTo });
      this.#flows.set(keyOf(workspace, name, version), flow);
    }
  }

  add(workspace: string, compiled: readonly CompiledFlow[]): void {
    for (const { flow } of compiled) this.#flows.set(keyOf(workspace, flow.name, flow.version), flow);
  }
}

/** What the store must have before the first run begins on these versions. */
export function toStored(workspace: string, compiled: readonly CompiledFlow[]): readonly StoredFlow[] {
  return compiled.map(({ definition, flow }) => ({
    workspace,
    name: flow.name,
    version: flow.version,
    definition: serialiseDefinition({ definition, leadsTo: flow.leadsTo }),
    leadsTo: flow.leadsTo,
  }));
}

function keyOf(workspace: string, name: string, version: string): string {
  return `${workspace}/${name}/${version}`;
}
