import type { CommentPosted } from '../../../core/platform-event.js';
import type { ParsedUpdate } from '../../channel.js';
import { asFields, type Fields, readId, readText } from '../../fields.js';
import { momentOf, type NotUnderstood, type Origin } from '../events/item.js';
import { standInForComment } from '../stand-in.js';

const WITHOUT_ID: NotUnderstood = { reason: 'a comment without an id' };
const OUR_OWN: NotUnderstood = { reason: 'our own comment' };

/**
 * `comments` and `live_comments`: somebody commented on a post, a reel, an ad or a broadcast. A post that was boosted can
 * tell twice of the same comment, with different media: the comment's id makes it one. Instagram tells of no edit and no
 * removal.
 *
 * Source: Meta, Instagram Platform, webhooks of comments (platforms reference §4.3).
 */
export function readInstagramComment(
  value: Fields,
  origin: Origin,
  isLive: boolean,
): ParsedUpdate | NotUnderstood {
  const commentId = readId(value['id']) ?? readId(value['comment_id']);
  if (commentId === null) return WITHOUT_ID;
  const from = asFields(value['from']);
  const author = readId(from?.['id']);
  if (isOurs(from, author, origin.accountId)) return OUR_OWN;
  const { channel, accountId, time, receivedAt } = origin;
  return {
    channel,
    accountId,
    contactId: author ?? standInForComment(commentId),
    key: `comment:${commentId}`,
    content: {
      kind: 'commentPosted',
      occurredAt: momentOf(time, receivedAt),
      commentId,
      text: readText(value['text']) ?? '',
      isLive,
      parentId: readId(value['parent_id']),
      ...readMedia(asFields(value['media'])),
      ...readProfile(from),
    },
  };
}

/** Only of the account's own comments does Instagram tell the id that the author has there. */
function isOurs(from: Fields | null, author: string | null, accountId: string): boolean {
  const own = from?.['self_ig_scoped_id'];
  return author === accountId || (own !== undefined && own !== null);
}

function readMedia(media: Fields | null): Pick<CommentPosted, 'postId' | 'originalPostId' | 'ad'> {
  const original = readId(media?.['original_media_id']);
  const ad = { id: readId(media?.['ad_id']), title: readText(media?.['ad_title']) };
  return {
    postId: readId(media?.['id']),
    ...(original === null ? {} : { originalPostId: original }),
    ...(ad.id === null && ad.title === null ? {} : { ad }),
  };
}

/** An Instagram name is chosen, not given: there is no first name in it. */
function readProfile(from: Fields | null): Pick<CommentPosted, 'profile'> {
  const name = readText(from?.['username']);
  return name === null || name === '' ? {} : { profile: { firstName: null, name } };
}
