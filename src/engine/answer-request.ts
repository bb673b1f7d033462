import { hasEnded } from '../core/coupon.js';
import type { CouponDrawn, LookupAnswered, ProfileFetched } from '../core/engine-event.js';
import { failedLookup, type LookupAnswer } from '../core/lookup.js';
import type { OpenRequest } from '../store/reads.js';
import { StoreUnavailable, type Decide, type Store } from '../store/store.js';
import type { FollowUp } from './follow-up.js';
import type { Outside } from './outside.js';
import type { Clock, EngineLog } from './ports.js';
import { fetchProfile, type ProfileParts } from './profile.js';
import type { Workspaces } from './workspaces.js';

export interface RequestParts extends ProfileParts {
  readonly store: Store;
  readonly outside: Outside;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: () => FollowUp;
  readonly log: EngineLog;
}

type Facts = 'id' | 'occurredAt' | 'receivedAt';
type Answer = Omit<ProfileFetched, Facts> | Omit<LookupAnswered, Facts> | Omit<CouponDrawn, Facts>;

/**
 * Asks whom a conversation waits for, and brings the answer back as an event. What goes wrong here ends no worse than in
 * silence: the request's own timer ends the waiting.
 */
export async function answerRequest(parts: RequestParts, request: OpenRequest): Promise<void> {
  await orWarn(parts, request, async () => {
    await bringBack(parts, request, await findAnswer(parts, request));
  });
}

/**
 * Takes up what an earlier process had begun to ask. A look-up that does something is left to its time-out: whether it was
 * done already is not known, and it is never done twice.
 */
export async function takeUpRequest(parts: RequestParts, request: OpenRequest): Promise<void> {
  await orWarn(parts, request, async () => {
    if (await mayHaveDone(parts, request)) return;
    await bringBack(parts, request, await findAnswer(parts, request));
  });
}

async function mayHaveDone(parts: RequestParts, request: OpenRequest): Promise<boolean> {
  if (request.kind !== 'lookUp') return false;
  const lookup = await findLookup(parts, request.conversationId, request.lookup);
  return lookup?.lookup.method === 'POST';
}

/** Nobody waits for what is thrown here: it is told to the log, and the request's timer does the rest. */
async function orWarn(
  { log }: RequestParts,
  { requestId, kind }: OpenRequest,
  attempt: () => Promise<void>,
): Promise<void> {
  try {
    await attempt();
  } catch (err) {
    log.warn({ err, requestId, request: kind }, 'a request to the outside could not be answered');
  }
}

async function findAnswer(parts: RequestParts, request: OpenRequest): Promise<Answer> {
  const { requestId, conversationId } = request;
  switch (request.kind) {
    case 'fetchProfile':
      return { kind: 'profileFetched', requestId, ...(await fetchProfile(parts, conversationId)) };
    case 'lookUp':
      return { kind: 'lookupAnswered', requestId, ...(await lookUp(parts, request)) };
    case 'drawCoupon':
      return { kind: 'couponDrawn', requestId, code: await drawCoupon(parts, request) };
  }
}

type RequestOf<K extends OpenRequest['kind']> = Extract<OpenRequest, { readonly kind: K }>;

async function lookUp(parts: RequestParts, request: RequestOf<'lookUp'>): Promise<LookupAnswer> {
  const { conversationId, requestId, inputs, timesOutAt: deadline } = request;
  const found = await findLookup(parts, conversationId, request.lookup);
  if (found === null) {
    parts.log.warn({ lookup: request.lookup, requestId }, 'a look-up is not in workspace.yaml any more');
    return failedLookup;
  }
  return parts.outside.lookUp({ ...found, inputs, requestId, deadline });
}

async function findLookup({ store, workspaces }: RequestParts, conversationId: string, name: string) {
  const conversation = await store.readConversation(conversationId);
  if (conversation === null) return null;
  const { workspace } = conversation;
  const lookup = workspaces.get(workspace).lookups.get(name);
  return lookup === undefined ? null : { workspace, lookup };
}

/** Null where no code is left, where the offer is over, or where the list is gone from workspace.yaml. */
async function drawCoupon(
  { store, workspaces, clock }: RequestParts,
  { conversationId, requestId, list: name }: RequestOf<'drawCoupon'>,
): Promise<string | null> {
  const conversation = await store.readConversation(conversationId);
  const list = conversation && workspaces.get(conversation.workspace).coupons.get(name);
  const now = clock.now();
  if (!list || hasEnded(list, now)) return null;
  const { codes, perContact } = list;
  return store.drawCoupon({ conversationId, requestId, list: name, codes, perContact, now });
}

/** Between two tries to write an answer down, ms. */
const writePause = 500;

/** As often as it takes while somebody waits: what was done outside must not be lost to a moment's fault of our own. */
async function bringBack(parts: RequestParts, request: OpenRequest, answer: Answer): Promise<void> {
  const { clock, store, decide } = parts;
  const now = clock.now();
  const content = { ...answer, occurredAt: now, receivedAt: now };
  const address = { kind: 'conversation', conversationId: request.conversationId } as const;
  const key = `${keyOf(request)}:${request.requestId}`;
  for (;;) {
    try {
      parts.followUp().after(await store.apply([{ address, key, content }], decide));
      return;
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable) || clock.now() >= request.timesOutAt) throw fault;
      await new Promise((resolve) => setTimeout(resolve, writePause));
    }
  }
}

/** By which a second answer to the same request is known. */
function keyOf({ kind }: OpenRequest): string {
  switch (kind) {
    case 'fetchProfile':
      return 'profile';
    case 'lookUp':
      return 'lookup';
    case 'drawCoupon':
      return 'coupon';
  }
}
