import { createHash } from 'node:crypto';
import type { Flow } from '../../../src/core/flow.js';
import type { Team, Topic } from '../../../src/core/resources.js';
import type { Workspace } from '../../../src/core/workspace.js';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import type { WorkspaceDefinition } from '../../../src/flow/workspace-definition.js';

const hour = 3_600_000;

export const tips: Topic = {
  name: 'weekly_tips',
  title: 'Weekly tips',
  notice: 'One short tip a week? Reply STOP to end.',
  atMost: null,
};

export const sales: Team = { name: 'sales', title: 'Sales', firstReply: 2 * hour, resolve: 24 * hour };
export const support: Team = { name: 'support', title: 'Support', firstReply: null, resolve: null };

/** Monday to Friday, nine to six. */
export const weekdays = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [day, [{ from: 9 * 60, to: 18 * 60 }]]),
);

const studioNord: WorkspaceDefinition = {
  name: 'main',
  brand: 'Studio Nord',
  timezone: 'Europe/Berlin',
  languages: ['en', 'de'],
  hours: null,
  accounts: [],
  topics: [tips],
  teams: [sales, support],
  links: [],
  lookups: [],
  coupons: [],
  texts: {},
  unmatched: 'answer',
  silenceAfterPerson: 2 * hour,
  neverSay: [],
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A brand and every version of its flows that it has ever served. */
export class Brand {
  readonly #versions = new Map<string, Flow>();
  readonly #definition: WorkspaceDefinition;

  constructor(differences: Partial<WorkspaceDefinition> = {}) {
    this.#definition = { ...studioNord, ...differences };
  }

  /** The workspace with these flows, and with the former ones for the runs that are pinned to them. */
  serve(...definitions: readonly FlowDefinition[]): Workspace {
    const compiled = compileFlows(definitions, sha256);
    for (const { flow } of compiled) this.#versions.set(`${flow.name}@${flow.version}`, flow);
    return assembleWorkspace(this.#definition, compiled, (name, version) =>
      this.#versions.get(`${name}@${version}`),
    );
  }

  /** Loses every version of a flow, as after a restore of only half of the data. */
  lose(name: string): void {
    for (const key of this.#versions.keys()) if (key.startsWith(`${name}@`)) this.#versions.delete(key);
  }

  /** Puts another machine under a version that is served already, as a faulty upgrade would. */
  corrupt(definition: FlowDefinition, version: string): void {
    const [other] = compileFlows([definition], sha256);
    if (other !== undefined) this.#versions.set(`${definition.name}@${version}`, { ...other.flow, version });
  }
}
