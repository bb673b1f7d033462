import { randomUUID } from 'node:crypto';
import type { Config, Secrets } from '../config.js';
import type { Engine } from '../engine/engine.js';
import type { Workspaces } from '../engine/workspaces.js';
import type { Identity } from '../inbox/identity/identity.js';
import { Assignment } from '../inbox/assignment/assignment.js';
import { Gossip } from '../inbox/live/gossip.js';
import { Live } from '../inbox/live/live.js';
import type { Whispers } from '../inbox/live/whispers.js';
import { Presence } from '../inbox/presence/presence.js';
import { openIdentity } from './identity.js';
import type { Logger } from '../logger.js';
import type { Store } from '../store/store.js';

export interface InboxParts {
  readonly engine: Engine;
  readonly store: Store;
  readonly workspaces: Workspaces;
  readonly config: Pick<Config, 'publicUrl'>;
  readonly secrets: Pick<Secrets, 'sessionSecret'>;
  readonly whispers: Whispers;
  readonly now: () => number;
  readonly log: Logger;
}

/** Who people are, and what moves by itself in the inbox. */
export interface Inbox {
  readonly identity: Identity;
  readonly live: Live;
  readonly presence: Presence;
  readonly assignment: Assignment;
  /** Resolves when nothing of it is under way any more. */
  close(): Promise<void>;
}

export function openInbox(parts: InboxParts): Inbox {
  const identity = openIdentity(parts.store, parts, parts.now);
  const gossip = new Gossip(parts.whispers);
  const presence = new Presence({ ...parts, gossip });
  const live = new Live({ ...parts, identity, presence, gossip, newId: randomUUID });
  const assignment = new Assignment(parts);
  live.onPeopleChanged(() => assignment.wake());
  const close = (): Promise<void> => {
    live.close();
    return assignment.close();
  };
  return { identity, live, presence, assignment, close };
}
