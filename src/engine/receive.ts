import type { ParsedUpdate } from '../channels/channel.js';
import type { Applied, Arrival, Decide, Store } from '../store/store.js';
import type { Acknowledgements } from './acknowledgements.js';
import type { ReceiveReport } from './engine.js';
import type { FollowUp } from './follow-up.js';
import type { Hearing } from './hearing.js';
import type { Clock } from './ports.js';
import type { Workspaces } from './workspaces.js';

export interface ReceiveParts {
  readonly store: Store;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: FollowUp;
  readonly acknowledgements: Pick<Acknowledgements, 'owe'>;
  readonly hearing: Pick<Hearing, 'heard'>;
}

/** Applies a delivery in one durable commit (P1); its consequences begin after that. */
export async function receive(parts: ReceiveParts, updates: readonly ParsedUpdate[]): Promise<ReceiveReport> {
  const receivedAt = parts.clock.now();
  const arrivals = updates
    .map((update) => toArrival(parts.workspaces, update, receivedAt))
    .filter((one) => one !== null);
  const applied = arrivals.length === 0 ? [] : await parts.store.apply(arrivals, parts.decide);
  parts.followUp.after(applied);
  // Whatever became of them: only what could not be committed the platform has to deliver again.
  parts.acknowledgements.owe(updates);
  parts.hearing.heard(updates);
  return {
    // What reports of somebody whom we do not know asks for nothing, and is done with.
    handled: count(applied, 'handled') + count(applied, 'unknown_conversation'),
    duplicates: count(applied, 'duplicate'),
    deferred: count(applied, 'deferred'),
    poison: count(applied, 'poison'),
    strangers: updates.length - arrivals.length,
  };
}

function toArrival(workspaces: Workspaces, update: ParsedUpdate, receivedAt: number): Arrival | null {
  const account = workspaces.accountByPlatformId(update.channel, update.accountId);
  if (account === undefined) return null;
  return {
    address: {
      kind: 'platform',
      workspace: account.workspace,
      account: account.name,
      channel: update.channel,
      contactPlatformId: update.contactId,
      ...(update.alsoKnownAs === undefined ? {} : { alsoKnownAs: update.alsoKnownAs }),
    },
    key: update.key,
    content: { ...update.content, receivedAt },
  };
}

function count(applied: readonly Applied[], result: Applied['result']): number {
  return applied.filter((one) => one.result === result).length;
}
