import type { z } from 'zod';
import {
  deleteView,
  listViews,
  queueSorts,
  queueViews,
  type savedViewAnswer,
  saveView,
} from '../../contract/queue.js';
import type { User } from '../../inbox/identity/signed-in.js';
import * as views from '../../inbox/saving/views.js';
import type { SavedView } from '../../store/staff.js';
import { type Route, serve } from './route.js';
import { acceptedSaving } from './saving-problem.js';
import { signedInCaller } from './signed-in-caller.js';

/** Views of the queue under a name. */
export const viewRoutes: readonly Route[] = [
  serve(listViews, async ({ caller }, { staff }) => {
    const { user } = signedInCaller(caller);
    return { items: (await staff.listSavedViews(user.id)).map((view) => showView(view, user)) };
  }),
  serve(saveView, async ({ body, caller }, { staff, newId, now }) => {
    const { user } = signedInCaller(caller);
    const { name, view, sort, is_shared: isShared } = body;
    const filters = Object.fromEntries(
      Object.entries(body.filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    const kept = { id: newId(), name, view, sort, filters, isShared, updatedAt: now() };
    return showView(acceptedSaving(await views.addView(staff, user, kept)).view, user);
  }),
  serve(deleteView, async ({ params: { id }, caller }, { staff }) => {
    acceptedSaving(await views.deleteView(staff, signedInCaller(caller).user, id));
    return { done: true } as const;
  }),
];

/** What a later version has saved that this one does not know is shown as the usual. */
function showView(kept: SavedView, user: User): z.input<typeof savedViewAnswer> {
  const { id, name, isShared, ownerId, filters } = kept;
  return {
    ...{ id, name, filters: { ...filters }, is_shared: isShared, is_mine: ownerId === user.id },
    view: queueViews.find((view) => view === kept.view) ?? 'all',
    sort: queueSorts.find((sort) => sort === kept.sort) ?? 'urgency',
  };
}
