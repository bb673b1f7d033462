import { mayDo } from '../../contract/roles.js';
import type { SavedReply, Staff } from '../../store/staff.js';
import { seesWorkspace, type User } from '../identity/signed-in.js';

type Replies = Pick<Staff, 'deleteReply' | 'findSavedReply' | 'listSavedReplies' | 'saveReply'>;

/** `not_yours`: somebody else saved it, for all. `not_shared`: only those who lead save for all. `taken`: the shortcut is. */
export type SavingRefused = {
  readonly ok: false;
  readonly reason: 'not_found' | 'not_yours' | 'not_shared' | 'taken';
};

export type SavingReply = { readonly ok: true; readonly reply: SavedReply } | SavingRefused;

export async function listReplies(store: Replies, user: User): Promise<readonly SavedReply[]> {
  return (await store.listSavedReplies(user.id)).filter((reply) => isShownTo(user, reply));
}

/** What is new of a reply, and its place where it is a new one. */
export type ReplyContent = Pick<SavedReply, 'isShared' | 'shortcut' | 'text' | 'updatedAt'>;

export async function addReply(
  store: Replies,
  user: User,
  reply: ReplyContent & Pick<SavedReply, 'id' | 'workspace'>,
): Promise<SavingReply> {
  if (reply.workspace !== null && !seesWorkspace(user, reply.workspace)) return refuse('not_found');
  return keep(store, user, { ...reply, ownerId: user.id });
}

export async function changeReply(
  store: Replies,
  user: User,
  id: string,
  change: Partial<ReplyContent>,
): Promise<SavingReply> {
  const known = await findChangeable(store, user, id);
  return known.ok ? keep(store, user, { ...known.reply, ...change }) : known;
}

export async function deleteReply(store: Replies, user: User, id: string): Promise<SavingReply> {
  const known = await findChangeable(store, user, id);
  if (known.ok) await store.deleteReply(id);
  return known;
}

async function keep(store: Replies, user: User, reply: SavedReply): Promise<SavingReply> {
  if (reply.isShared && !mayDo(user.role, 'lead_chats')) return refuse('not_shared');
  return (await store.saveReply(reply)) === 'saved' ? { ok: true, reply } : refuse('taken');
}

async function findChangeable(store: Replies, user: User, id: string): Promise<SavingReply> {
  const reply = await store.findSavedReply(id);
  if (reply === null || !isShownTo(user, reply)) return refuse('not_found');
  const mayChange = reply.ownerId === user.id || mayDo(user.role, 'lead_chats');
  return mayChange ? { ok: true, reply } : refuse('not_yours');
}

function isShownTo(user: User, { ownerId, isShared, workspace }: SavedReply): boolean {
  if (ownerId === user.id) return true;
  return isShared && (workspace === null || seesWorkspace(user, workspace));
}

function refuse(reason: SavingRefused['reason']): SavingRefused {
  return { ok: false, reason };
}
