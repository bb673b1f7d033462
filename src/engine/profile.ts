import type { Channel } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Profile } from '../core/conversation.js';
import type { OpenRequest } from '../store/reads.js';
import type { Decide, Store } from '../store/store.js';
import type { FollowUp } from './follow-up.js';
import type { Clock, EngineLog } from './ports.js';
import type { Workspaces } from './workspaces.js';

/** How long the platform may take to say who somebody is, ms. */
const patience = 2_000;

export interface ProfileParts {
  readonly store: Store;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: () => FollowUp;
  readonly log: EngineLog;
}

/**
 * Asks the platform for a contact's name and brings the answer back as an event. What goes wrong here costs a name, no
 * more: the request's own timer ends the waiting.
 */
export async function answerProfileRequest(parts: ProfileParts, request: OpenRequest): Promise<void> {
  try {
    const profile = await fetchProfile(parts, request.conversationId);
    const now = parts.clock.now();
    const content = {
      kind: 'profileFetched',
      requestId: request.requestId,
      ...profile,
      occurredAt: now,
      receivedAt: now,
    } as const;
    const address = { kind: 'conversation', conversationId: request.conversationId } as const;
    const key = `profile:${request.requestId}`;
    parts.followUp().after(await parts.store.apply([{ address, key, content }], parts.decide));
  } catch (err) {
    parts.log.warn({ err, requestId: request.requestId }, 'a profile could not be fetched');
  }
}

async function fetchProfile(parts: ProfileParts, conversationId: string): Promise<Profile> {
  const conversation = await parts.store.readConversation(conversationId);
  const contact = conversation && (await parts.store.readContact(conversation.contact.id));
  const account = contact && parts.workspaces.accountByName(contact.workspace, contact.account);
  const channel = contact && parts.channels.get(contact.channel);
  const contactId = contact?.platformIds[0];
  if (!account || !channel || contactId === undefined) return { firstName: null, name: null };
  const recipient = { accountId: account.id, token: account.token, contactId };
  return channel.fetchProfile(recipient, AbortSignal.timeout(patience));
}
