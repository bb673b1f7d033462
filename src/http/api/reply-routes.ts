import type { z } from 'zod';
import {
  changeReply,
  deleteReply,
  listReplies,
  type savedReplyAnswer,
  saveReply,
} from '../../contract/replies.js';
import type { User } from '../../inbox/identity/signed-in.js';
import * as replies from '../../inbox/saving/replies.js';
import type { SavedReply } from '../../store/staff.js';
import { acceptedSaving } from './saving-problem.js';
import { type Route, serve } from './route.js';
import { signedInCaller } from './signed-in-caller.js';

/** Answers that are kept to be given again. */
export const replyRoutes: readonly Route[] = [
  serve(listReplies, async ({ caller }, { staff }) => {
    const { user } = signedInCaller(caller);
    return { items: (await replies.listReplies(staff, user)).map((reply) => showReply(reply, user)) };
  }),
  serve(saveReply, async ({ body, caller }, { staff, newId, now }) => {
    const { user } = signedInCaller(caller);
    const { shortcut, text, workspace, is_shared: isShared } = body;
    const reply = { id: newId(), shortcut, text, workspace, isShared, updatedAt: now() };
    return showReply(acceptedSaving(await replies.addReply(staff, user, reply)).reply, user);
  }),
  serve(changeReply, async ({ params: { id }, body, caller }, { staff, now }) => {
    const { user } = signedInCaller(caller);
    const { shortcut, text, is_shared: isShared } = body;
    const change = {
      ...(shortcut !== undefined && { shortcut }),
      ...(text !== undefined && { text }),
      ...(isShared !== undefined && { isShared }),
      updatedAt: now(),
    };
    return showReply(acceptedSaving(await replies.changeReply(staff, user, id, change)).reply, user);
  }),
  serve(deleteReply, async ({ params: { id }, caller }, { staff }) => {
    acceptedSaving(await replies.deleteReply(staff, signedInCaller(caller).user, id));
    return { done: true } as const;
  }),
];

function showReply(
  { id, shortcut, text, workspace, isShared, ownerId }: SavedReply,
  user: User,
): z.input<typeof savedReplyAnswer> {
  return { id, shortcut, text, workspace, is_shared: isShared, is_mine: ownerId === user.id };
}
