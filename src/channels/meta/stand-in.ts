/**
 * What somebody is called until the platform tells who they are; never to be mistaken for an id of the platform, which is
 * made of digits. A send names them by what follows the prefix (platforms reference §3.3).
 */
export const userRefPrefix = 'user_ref:';

const commentPrefix = 'comment:';

/** Whoever ticked the checkbox of a plugin, until they write or are written to. */
export function standInForUserRef(userRef: string): string {
  return `${userRefPrefix}${userRef}`;
}

/** Whoever wrote a comment whose author is not told to us: an answer to it needs the comment alone. */
export function standInForComment(commentId: string): string {
  return `${commentPrefix}${commentId}`;
}

/** Whether somebody is called by such a name: whatever asks for an id of the platform need not be asked. */
export function isStandIn(contactId: string): boolean {
  return contactId.startsWith(userRefPrefix) || contactId.startsWith(commentPrefix);
}
