import type { CommentChanged } from '../platform-event.js';
import type { Draft } from './draft.js';
import { hearCommand } from './heard.js';

/** Comments remembered as gone, per contact; more than anybody deletes at once. */
const mostGone = 20;

/**
 * What became of a comment. An answer to one that is gone, or hidden, would be out of place, and so would be one to who
 * now asks to be left alone in it.
 */
export function decideCommentChange(draft: Draft, { commentId, change, text }: CommentChanged): void {
  switch (change) {
    case 'removed':
      draft.ask({ kind: 'forgetMessage', platformMessageId: commentId });
      return leaveComment(draft, commentId, 'it is gone');
    case 'hidden':
      return leaveComment(draft, commentId, 'it is hidden');
    case 'edited':
      if (text !== null && hearCommand(draft, text)?.command === 'stop') {
        return leaveComment(draft, commentId, 'it asks for no messages now');
      }
      return draft.note('kept', 'an edited comment is not answered anew');
    case 'shown':
      return draft.note('kept', 'a comment that is shown again is not answered anew');
  }
}

/**
 * What is queued in answer to it is refused at its claim. The run that it started goes on without it: what it says next
 * needs an open window.
 */
function leaveComment(draft: Draft, commentId: string, why: string): void {
  draft.note('comment', why);
  const { run, goneComments = [] } = draft.conversation;
  const others = goneComments.filter((one) => one !== commentId);
  draft.change({ goneComments: [...others, commentId].slice(-mostGone) });
  if (run?.comment?.commentId !== commentId) return;
  const { comment: _, ...rest } = run;
  draft.change({ run: rest });
}
