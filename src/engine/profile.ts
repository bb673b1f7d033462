import type { Channel } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Profile } from '../core/conversation.js';
import type { Store } from '../store/store.js';
import { accessTo, type Workspaces } from './workspaces.js';

/** How long the platform may take to say who somebody is, ms. */
const patience = 2_000;

export interface ProfileParts {
  readonly store: Pick<Store, 'readConversation' | 'readContact'>;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
}

/** Asks the platform for a contact's name. What goes wrong here costs a name, no more. */
export async function fetchProfile(parts: ProfileParts, conversationId: string): Promise<Profile> {
  const conversation = await parts.store.readConversation(conversationId);
  const contact = conversation && (await parts.store.readContact(conversation.contact.id));
  const account = contact && parts.workspaces.accountByName(contact.workspace, contact.account);
  const channel = contact && parts.channels.get(contact.channel);
  const contactId = contact?.platformIds[0];
  if (!account || !channel || contactId === undefined) return { firstName: null, name: null };
  const recipient = { ...accessTo(account), contactId };
  return channel.fetchProfile(recipient, AbortSignal.timeout(patience));
}
