import type { Channel, Recipient, SendResult } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import { maySend } from '../core/permission.js';
import { StoreUnavailable, type ClaimedMessage, type Decide, type Store } from '../store/store.js';
import type { AccountNotices } from './account-notices.js';
import type { AccountTokens } from './account-tokens.js';
import type { FollowUp } from './follow-up.js';
import type { Lanes } from './lanes.js';
import type { EngineMetrics } from './metrics.js';
import type { Chance, Clock, EngineLog } from './ports.js';
import { outcomeOf, throttledRest } from './send-outcome.js';
import { accessTo, type Workspaces } from './workspaces.js';

export interface DispatchParts {
  readonly store: Store;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly lanes: Lanes;
  readonly notices: Pick<AccountNotices, 'hear'>;
  readonly tokens: Pick<AccountTokens, 'renewAfterRefusal'>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly publicUrl: string;
  /** Whether the server is about to end: then no other send begins. */
  readonly isStopping: () => boolean;
  /** Aborted when the server must end; a send that it cuts off is unknown. */
  readonly signal: AbortSignal;
  readonly decide: Decide;
  readonly followUp: FollowUp;
  readonly metrics: EngineMetrics;
  readonly log: EngineLog;
}

/**
 * Sends a conversation's messages one at a time, in order (P3), until it has none or must wait.
 *
 * @returns when to come back, epoch ms; null: nothing is left to send, or nothing may be begun any more.
 */
export async function dispatch(parts: DispatchParts, conversationId: string): Promise<number | null> {
  while (!parts.isStopping()) {
    const claim = await parts.store.claim(conversationId, parts.clock.now(), {
      maySend,
      takeSlot: (beginning, now) => parts.lanes.take(beginning, now),
    });
    if (claim.kind === 'idle') return null;
    if (claim.kind === 'wait') return claim.until;
    await sendClaimed(parts, claim.message);
  }
  return null;
}

async function sendClaimed(parts: DispatchParts, message: ClaimedMessage): Promise<void> {
  if (await typeFirst(parts, message)) return;
  const result = await renewAndRetry(parts, message, await send(parts, message));
  holdLane(parts, message, result);
  tellOperator(parts, message, result);
  const { attempts } = message;
  const now = parts.clock.now();
  const outcome = outcomeOf(result, { attempts, now, chance: parts.chance });
  parts.metrics.sendEnded(message.channel, outcome.kind);
  if (result.kind === 'failed') {
    const { class: errorClass, trace, explanation } = result;
    const facts = { messageId: message.id, class: errorClass, attempts, ...(trace && { trace }) };
    parts.log.warn(facts, `send failed: ${explanation}`);
  }
  const applied = await keepTrying(parts, () => parts.store.record(message, outcome, now, parts.decide));
  parts.followUp.storyChanged(message.conversationId);
  if (applied !== null) parts.followUp.after([applied]);
}

/**
 * Shows that we are typing and puts the message back for as long: it waits as one that is tried again does, so that
 * nobody else waits with it and the claim looks at it anew. What it costs is one of its tries.
 *
 * @returns Whether the message is to wait.
 */
async function typeFirst(parts: DispatchParts, message: ClaimedMessage): Promise<boolean> {
  const { typing = 0 } = message.body;
  const channel = parts.channels.get(message.channel);
  const recipient = recipientOf(parts, message);
  if (typing <= 0 || message.attempts > 1 || channel === undefined || recipient === null) return false;
  // Where nothing can be shown there is nothing to wait for; and a try would be lost of a budget that may be small.
  if (channel.capabilities.typing === 0) return false;
  await channel.showTyping(recipient, parts.signal);
  const now = parts.clock.now();
  const rest = {
    kind: 'retry',
    at: now + typing,
    explanation: 'The contact is shown that we are typing.',
  } as const;
  await keepTrying(parts, () => parts.store.record(message, rest, now, parts.decide));
  parts.followUp.storyChanged(message.conversationId);
  return true;
}

/** Between two tries to write down what became of a send, ms. */
const recordPause = 500;

/**
 * What the platform has answered is known to this process alone, and forgotten it would be an unknown that holds its
 * conversation back: so it is written down as soon as the store can commit again.
 */
async function keepTrying<T>({ signal }: DispatchParts, write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable) || signal.aborted) throw fault;
      await new Promise((resolve) => setTimeout(resolve, recordPause));
    }
  }
}

async function send(parts: DispatchParts, message: ClaimedMessage): Promise<Sent> {
  const channel = parts.channels.get(message.channel);
  const recipient = recipientOf(parts, message);
  if (channel === undefined || recipient === null) return { result: notConnected, token: null };
  const linkBase = `${parts.publicUrl}/l/`;
  const { id: reference, body, basis } = message;
  const result = await channel.send({ reference, body, basis, linkBase }, recipient, parts.signal);
  return { result, token: recipient.token };
}

interface Sent {
  readonly result: SendResult;
  /** With which it went out; null: it did not. */
  readonly token: string | null;
}

/** A refused token is renewed at once where it can be, and the message tried again: only then does the account stop. */
async function renewAndRetry(
  { tokens }: DispatchParts,
  message: ClaimedMessage,
  { result, token }: Sent,
): Promise<SendResult> {
  if (result.kind !== 'failed' || result.class !== 'auth' || token === null) return result;
  // A fault of our own is no reason to stop the account: the message is tried again, and the renewal with it.
  const isRenewed = await tokens.renewAfterRefusal(message, token).catch(() => true);
  return isRenewed ? { ...result, class: 'retry' } : result;
}

const notConnected: SendResult = {
  kind: 'failed',
  class: 'auth',
  explanation: 'The account is not in workspace.yaml any more.',
  retryAfter: null,
  scope: 'account',
};

function recipientOf({ workspaces }: DispatchParts, message: ClaimedMessage): Recipient | null {
  const account = workspaces.accountByName(message.workspace, message.account);
  if (account === undefined) return null;
  const { contactPlatformId: contactId, lastContactMessageId: lastMessageId } = message;
  return { ...accessTo(account), contactId, ...(lastMessageId === undefined ? {} : { lastMessageId }) };
}

/** What an answer of the platform means for everybody else who is written to from the same account, or the same app. */
function holdLane({ lanes, clock, log }: DispatchParts, message: ClaimedMessage, result: SendResult): void {
  if (result.kind === 'sent') {
    if (result.rest !== undefined) lanes.pause(message, clock.now() + result.rest, nearlyUsedUp);
  } else if (result.class === 'auth' || result.class === 'policy') {
    lanes.stop(message, result.explanation);
    const { class: reason, explanation } = result;
    log.error({ account: message.account, class: reason, explanation }, 'the account is stopped');
  } else if (result.class === 'throttle') {
    const until = clock.now() + (result.retryAfter ?? throttledRest);
    if (result.scope === 'account') lanes.pause(message, until, result.explanation);
    if (result.scope === 'app') lanes.pauseChannel(message.channel, until, result.explanation);
  }
}

const nearlyUsedUp = 'The platform says that its budget for this account is nearly used up.';

/** Some failures are about more than their message: a template that was paused, a bill that was not paid. */
function tellOperator(
  { notices, workspaces, clock }: DispatchParts,
  message: ClaimedMessage,
  result: SendResult,
): void {
  const account = workspaces.accountByName(message.workspace, message.account);
  if (result.kind === 'sent' || result.alert === undefined || account === undefined) return;
  const { alert: kind, explanation } = result;
  const { channel, id: accountId } = account;
  notices.hear([{ channel, accountId, kind, explanation, occurredAt: clock.now() }]);
}
