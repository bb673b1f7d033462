import { createHash } from 'node:crypto';
import type { CommentChanged, CommentPosted } from '../../../core/platform-event.js';
import type { ParsedContent, ParsedUpdate } from '../../channel.js';
import { asFields, type Fields, readId, readText, readTime } from '../../fields.js';
import { momentOf, type NotUnderstood, type Origin } from '../events/item.js';
import { standInForComment } from '../stand-in.js';

/** `verb`, in both its spellings of an edit, and what it does to a comment. */
const verbs: ReadonlyMap<unknown, 'posted' | CommentChanged['change']> = new Map([
  ['add', 'posted'],
  ['edited', 'edited'],
  ['edit', 'edited'],
  ['remove', 'removed'],
  ['hide', 'hidden'],
  ['unhide', 'shown'],
] as const);

interface FeedComment {
  readonly commentId: string;
  readonly author: string | null;
  readonly name: string | null;
  /** As it stands in the payload, epoch ms. */
  readonly time: number | null;
}

/**
 * `feed`: what happens on a page. Comments start and stop answers; posts, likes, shares and the rest are left alone. The
 * author is missing where the app lacks the permission to know them, and stands beside `sender_id` in older payloads.
 *
 * Source: Meta, webhooks of pages, feed (platforms reference §5.1).
 */
export function readFeedChange(value: Fields, origin: Origin): ParsedUpdate | NotUnderstood {
  if (value['item'] !== 'comment') return { reason: 'nothing in the feed but comments is acted on' };
  const happened = verbs.get(value['verb']);
  if (happened === undefined) return { reason: 'something else than we know was done to a comment' };
  const comment = openComment(value, origin);
  if (comment === null) return { reason: 'a comment without an id' };
  const { channel, accountId, receivedAt } = origin;
  if (comment.author === accountId) return { reason: 'our own comment' };
  const occurredAt = momentOf(comment.time, receivedAt);
  return {
    channel,
    accountId,
    contactId: comment.author ?? standInForComment(comment.commentId),
    key: keyOf(comment, happened, value),
    content:
      happened === 'posted'
        ? posted(comment, value, occurredAt)
        : changed(comment, happened, value, occurredAt),
  };
}

function openComment(value: Fields, { time }: Origin): FeedComment | null {
  const commentId = readId(value['comment_id']);
  if (commentId === null) return null;
  const from = asFields(value['from']);
  const name = readText(from?.['name'] ?? value['sender_name'])?.trim();
  return {
    commentId,
    author: readId(from?.['id']) ?? readId(value['sender_id']),
    name: name === undefined || name === '' ? null : name,
    time: readTime(value['created_time']) ?? time,
  };
}

/**
 * A comment is posted and removed once; it can be edited, hidden and shown as often as anybody likes. Whether an edit's
 * moment is its own or the comment's is not told: two edits are also told apart by what they say.
 */
function keyOf(
  { commentId, time }: FeedComment,
  happened: 'posted' | CommentChanged['change'],
  value: Fields,
): string {
  const key = `comment:${commentId}:${happened}`;
  if (happened === 'posted' || happened === 'removed') return key;
  const words = happened === 'edited' ? `:${digestOf(readText(value['message']) ?? '')}` : '';
  return `${key}:${time ?? 'untimed'}${words}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function posted({ commentId, name }: FeedComment, value: Fields, occurredAt: number): ParsedContent {
  const postId = readId(value['post_id']);
  const parentId = readId(value['parent_id']);
  return {
    kind: 'commentPosted',
    occurredAt,
    commentId,
    postId,
    // A comment that is a photo or a video has no words.
    text: readText(value['message']) ?? '',
    isLive: false,
    parentId: parentId === postId ? null : parentId,
    ...readProfile(name),
  };
}

function readProfile(name: string | null): Pick<CommentPosted, 'profile'> {
  return name === null ? {} : { profile: { firstName: name.split(/\s+/)[0] ?? null, name } };
}

function changed(
  { commentId }: FeedComment,
  change: CommentChanged['change'],
  value: Fields,
  occurredAt: number,
): ParsedContent {
  const text = change === 'edited' ? readText(value['message']) : null;
  return { kind: 'commentChanged', occurredAt, commentId, change, text };
}
