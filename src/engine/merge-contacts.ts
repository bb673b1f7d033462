import type { Actor } from '../core/actor.js';
import type { ContactView } from '../store/reads.js';
import { by, refusal, type ActParts } from './act.js';
import type { MergeResult, RefusedDeed } from './deeds.js';

interface MergeParts extends ActParts {
  readonly newId: () => string;
}

/**
 * Makes one contact of two of one account, as where a platform tells that two names are one human's: STOP of either holds
 * for both, and the conversation stays that was written in last.
 */
export async function mergeContacts(
  { store, clock, decide, followUp, newId }: MergeParts,
  conversationId: string,
  actor: Actor,
  contactId: string,
): Promise<MergeResult> {
  const conversation = await store.readConversation(conversationId);
  const own = conversation && (await store.readContact(conversation.contact.id));
  const other = await store.readContact(contactId);
  if (own === null) return refusal('not_found', 'There is no such conversation.');
  if (other?.workspace !== own.workspace) return refusal('not_found', 'There is no such contact.');
  const refused = refuseMerge(own, other);
  if (refused !== null) return refused;
  const [first = '', ...others] = namesOf(own, other);
  const { workspace, account, channel } = own;
  const now = clock.now();
  const address = { kind: 'platform', workspace, account, channel, contactPlatformId: first } as const;
  const content = { kind: 'contactsMerged', ...by(actor), occurredAt: now, receivedAt: now } as const;
  const applied = await store.apply(
    [{ address: { ...address, alsoKnownAs: others }, key: `merge:${newId()}`, content }],
    decide,
  );
  followUp.after(applied);
  const [done] = applied;
  return done === undefined || done.result === 'unknown_conversation'
    ? refusal('not_found', 'One of them is not there any more.')
    : { ok: true, conversationId: done.conversationId };
}

function refuseMerge(own: ContactView, other: ContactView): RefusedDeed | null {
  if (own.id === other.id) return refusal('not_mergeable', 'This is the same contact already.');
  if (own.account !== other.account)
    return refusal(
      'not_mergeable',
      'They wrote to different accounts, each of which has a conversation of its own.',
    );
  if (own.conversation.blocked || other.conversation.blocked)
    return refusal('not_mergeable', 'One of them is called spam. Take that back first.');
  return null;
}

/** Whoever wrote last is who answers reach: the store keeps that conversation, under the name that comes first here. */
function namesOf(own: ContactView, other: ContactView): readonly string[] {
  const lastAt = ({ conversation }: ContactView) => conversation.lastContactAt ?? -Infinity;
  const [last, earlier] = lastAt(own) >= lastAt(other) ? [own, other] : [other, own];
  return [...last.platformIds, ...earlier.platformIds];
}
