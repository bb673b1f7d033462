import { formatIssue } from '../flow/format-issue.js';
import { isTestFile } from '../flow/layout.js';
import { readFlowFilesPiecewise } from '../flow/read-flow-files.js';
import type { FlowFolder } from './flow-files.js';
import { inTurns } from './in-turns.js';
import { loadFlows, type Loading, type LoadParts } from './load-flows.js';
import type { EngineLog } from './ports.js';
import type { ServedSet, Workspaces } from './workspaces.js';

export interface FlowSourceParts extends LoadParts {
  /** The files as they are on disk now; null: there is no such folder. */
  readonly read: () => Promise<FlowFolder | null>;
  /** The same, where they have just changed and may still be changing. */
  readonly readAtRest: () => Promise<FlowFolder | null>;
  readonly log: EngineLog;
}

/** The flow files have mistakes, so there is nothing to serve. The message shows each one at its place. */
class FlowsRejected extends Error {
  override readonly name = 'FlowsRejected';
  readonly code = 'flows_rejected';
  readonly retryable = false;
}

type Rejected = Extract<Loading, { ok: false }>;

/** Where served flows come from: files, read whole, and served only when there is no mistake in them. */
export class FlowSource {
  readonly #parts: FlowSourceParts;

  constructor(parts: FlowSourceParts) {
    this.#parts = parts;
  }

  /** Throws `FlowsRejected`: a broken set refuses to start. */
  async loadAtStart(): Promise<ServedSet> {
    const loading = await this.#load(await this.#parts.read());
    if (!loading.ok) throw new FlowsRejected(describeRejection(loading));
    return this.#accept(loading);
  }

  /** Swaps the served set for the files as they are now, or leaves it alone and says why. */
  async reload(workspaces: Workspaces): Promise<void> {
    const { log } = this.#parts;
    try {
      const loading = await this.#load(await this.#parts.readAtRest());
      if (loading.ok) {
        workspaces.swap(this.#accept(loading));
        log.info({}, 'flows reloaded');
        return;
      }
      workspaces.reject(describeRejection(loading));
      log.warn(
        { problems: describeRejection(loading).split('\n') },
        'the flows on disk have mistakes; those before go on',
      );
    } catch (err) {
      workspaces.reject('The flow folder could not be read.');
      log.error({ err }, 'the flow folder could not be read; the flows before go on');
    }
  }

  async #load(folder: FlowFolder | null): Promise<Loading> {
    if (folder === null) throw new FlowsRejected('There is no folder of flows: FLOWS_DIR names none.');
    // Tests are for whoever writes flows: a mistake in one must not keep a server from serving.
    const served = folder.files.filter(({ path }) => !isTestFile(path));
    const { workspaces, issues } = await inTurns(readFlowFilesPiecewise(served), this.#parts.turn);
    return loadFlows(this.#parts, { workspaces, issues: [...folder.issues, ...issues] });
  }

  #accept({ served }: Extract<Loading, { ok: true }>): ServedSet {
    for (const unaskable of served.unaskableLookups) {
      this.#parts.log.warn(
        { ...unaskable },
        'a look-up counts as failed until the environment has the secrets that it sends',
      );
    }
    return served;
  }
}

function describeRejection({ issues, missingSecrets }: Rejected): string {
  return [
    ...issues.map((issue) => formatIssue(issue)),
    ...missingSecrets.map((name) => `The environment has no ${name}, which workspace.yaml names.`),
  ].join('\n');
}
