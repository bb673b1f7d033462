import { mayDo } from '../../contract/roles.js';
import type { SavedView, Staff } from '../../store/staff.js';
import type { User } from '../identity/signed-in.js';
import type { SavingRefused } from './replies.js';

type Views = Pick<Staff, 'deleteView' | 'findSavedView' | 'saveView'>;

export type SavingView = { readonly ok: true; readonly view: SavedView } | SavingRefused;

export async function addView(
  store: Views,
  user: User,
  content: Omit<SavedView, 'ownerId'>,
): Promise<SavingView> {
  if (content.isShared && !mayDo(user.role, 'lead_chats')) return { ok: false, reason: 'not_shared' };
  const view = { ...content, ownerId: user.id };
  await store.saveView(view);
  return { ok: true, view };
}

export async function deleteView(store: Views, user: User, id: string): Promise<SavingView> {
  const view = await store.findSavedView(id);
  const isOwn = view?.ownerId === user.id;
  if (view === null || (!isOwn && !view.isShared)) return { ok: false, reason: 'not_found' };
  if (!isOwn && !mayDo(user.role, 'lead_chats')) return { ok: false, reason: 'not_yours' };
  await store.deleteView(id);
  return { ok: true, view };
}
