import type { Conversation } from '../core/conversation.js';
import { decide } from '../core/decide.js';
import { DecisionNotReady, type Decide, type Store } from '../store/store.js';
import type { PinnedFlows } from './pinned-flows.js';
import type { Workspaces } from './workspaces.js';

interface PinnedDecisionParts {
  readonly store: Pick<Store, 'storedFlows'>;
  readonly workspaces: Workspaces;
  readonly pinned: PinnedFlows;
}

/**
 * The core's decision, with every flow version at hand that the conversation's run is pinned to. One that another process
 * began with, after files that this one has not read, is fetched from the store first; one that not even that has is for
 * the core to say.
 */
export function createPinnedDecision({ store, workspaces, pinned }: PinnedDecisionParts): Decide {
  const soughtInVain = new Set<string>();
  return (conversation, event) => {
    const missing = missingVersions(conversation, pinned).filter((version) => !soughtInVain.has(version));
    if (missing.length > 0) {
      throw new DecisionNotReady(
        'The run is on a flow version that this process has yet to read.',
        async () => {
          pinned.revive(await store.storedFlows());
          for (const version of missingVersions(conversation, pinned)) soughtInVain.add(version);
        },
      );
    }
    return decide(workspaces.get(conversation.workspace), conversation, event);
  };
}

function missingVersions({ run, workspace }: Conversation, pinned: PinnedFlows): readonly string[] {
  const frames = run?.frames ?? [];
  return frames
    .filter(({ flow, version }) => pinned.find(workspace, flow, version) === undefined)
    .map(({ flow, version }) => `${workspace}/${flow}/${version}`);
}
