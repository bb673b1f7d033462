import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { decide } from '../../../src/core/decide.js';
import { maySend } from '../../../src/core/permission.js';
import { readFlowFolder } from '../../../src/engine/flow-files.js';
import { FlowSource } from '../../../src/engine/flow-source.js';
import { PinnedFlows } from '../../../src/engine/pinned-flows.js';
import { Workspaces } from '../../../src/engine/workspaces.js';
import type { Applied, Arrival, Claim, Decide, SendOutcome, Store } from '../../../src/store/store.js';
import { happens, noon, writes } from '../contract/world.js';

const flowsFolder = fileURLToPath(new URL('../../studio', import.meta.url));
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Arrivals that are decided in one transaction. */
const together = 500;

const people = ['ann', 'ben', 'cem'] as const;

/**
 * The flows of the test workspace on a store, with the core's own decisions: what a server does, without its clock and its
 * network. Every moment is told, so that two stores can be played alike.
 */
export class PlayedWorkspace {
  readonly store: Store;
  readonly decide: Decide;

  private constructor(store: Store, workspaces: Workspaces) {
    this.store = store;
    this.decide = (conversation, event) =>
      decide(workspaces.get(conversation.workspace), conversation, event);
  }

  static async open(store: Store): Promise<PlayedWorkspace> {
    const pinned = new PinnedFlows();
    pinned.revive(await store.storedFlows());
    const source = new FlowSource({
      store,
      pinned,
      digest,
      turn: () => Promise.resolve(),
      secret: () => 'secret',
      read: () => readFlowFolder(flowsFolder),
      readAtRest: () => readFlowFolder(flowsFolder),
      log: silent,
    });
    return new PlayedWorkspace(store, new Workspaces(await source.loadAtStart()));
  }

  async apply(arrivals: readonly Arrival[]): Promise<readonly Applied[]> {
    const applied: Applied[] = [];
    for (let place = 0; place < arrivals.length; place += together) {
      applied.push(...(await this.store.apply(arrivals.slice(place, place + together), this.decide)));
    }
    return applied;
  }

  readonly claim = (conversationId: string, now: number): Promise<Claim> =>
    this.store.claim(conversationId, now, { maySend, takeSlot: () => null });

  /** Sends the next message of each, with one outcome for all. */
  async sendNext(
    ids: readonly string[],
    now: number,
    outcome: (messageId: string) => SendOutcome,
  ): Promise<void> {
    await Promise.all(
      ids.map(async (id) => {
        const claim = await this.claim(id, now);
        if (claim.kind !== 'send') return;
        await this.store.record(claim.message, outcome(claim.message.id), now, this.decide);
      }),
    );
  }
}

export const sent = (messageId: string): SendOutcome => ({
  kind: 'sent',
  platformMessageId: `mid.${messageId}`,
});

type Channel = 'instagram' | 'simulator';

/** A follower's message; `at` is our clock and theirs, ms after noon. */
export function saying(name: string, text: string, at: number, channel: Channel = 'simulator'): Arrival {
  const account = channel === 'simulator' ? 'simulator' : 'studio_ig';
  return writes(text, {
    workspace: 'main',
    account,
    channel,
    contact: name,
    key: `${name}.${at}`,
    at: noon + at,
  });
}

/** What the engine, or a person, does in a conversation. */
export function doing(conversationId: string, content: Arrival['content']): Arrival {
  return happens(conversationId, content, `${content.kind}.${content.receivedAt}`);
}

export function personFor(place: number): string {
  return people[place % people.length] ?? 'ann';
}
