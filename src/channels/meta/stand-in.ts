/**
 * What somebody is called until the platform tells who they are. Neither can be mistaken for an id of the platform,
 * which is made of digits. A send addresses them by what follows the prefix: `recipient.user_ref`,
 * `recipient.comment_id` (platforms reference §3.3).
 */
export const userRefPrefix = 'user_ref:';
export const commentPrefix = 'comment:';

/** Whoever ticked the checkbox of a plugin, until they write or are written to. */
export function standInForUserRef(userRef: string): string {
  return `${userRefPrefix}${userRef}`;
}

/** Whoever wrote a comment whose author is not told to us. */
export function standInForComment(commentId: string): string {
  return `${commentPrefix}${commentId}`;
}
