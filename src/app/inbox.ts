import { randomUUID } from 'node:crypto';
import type { Config, Secrets } from '../config.js';
import type { Engine } from '../engine/engine.js';
import type { Identity } from '../inbox/identity/identity.js';
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
  close(): void;
}

export function openInbox(parts: InboxParts): Inbox {
  const identity = openIdentity(parts.store, parts, parts.now);
  const gossip = new Gossip(parts.whispers);
  const presence = new Presence({ ...parts, gossip });
  const live = new Live({ ...parts, identity, presence, gossip, newId: randomUUID });
  return { identity, live, presence, close: () => live.close() };
}
