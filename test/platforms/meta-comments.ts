import { deliveryOf, entry, type Item } from './meta-payloads.js';

/** A comment as the tests tell of it. */
export interface FakeComment {
  readonly id: string;
  readonly text?: string;
  /** Undefined: the platform does not tell. */
  readonly from?: { readonly id: string; readonly name?: string };
  readonly postId?: string;
  /** More properties of the value, or others in place of its own. */
  readonly extra?: Item;
}

/** The value of a change of `comments` or `live_comments`. */
export function instagramComment({ id, text, from, postId = '18000', extra }: FakeComment): Item {
  return {
    id,
    ...(text === undefined ? {} : { text }),
    ...(from === undefined ? {} : { from: { id: from.id, username: from.name ?? 'ada.lovelace' } }),
    media: { id: postId, media_product_type: 'FEED' },
    ...extra,
  };
}

/** The value of a change of `feed` about a comment; `created_time` is in seconds. */
export function feedComment(verb: string, { id, text, from, postId, extra }: FakeComment): Item {
  return {
    item: 'comment',
    verb,
    comment_id: id,
    post_id: postId ?? '1001_18000',
    parent_id: postId ?? '1001_18000',
    ...(from === undefined ? {} : { from: { id: from.id, name: from.name ?? 'Ada Lovelace' } }),
    ...(text === undefined ? {} : { message: text }),
    ...extra,
  };
}

/** A delivery of one change of an account, listed in `changes`. */
export function changeOf(
  object: 'instagram' | 'page',
  accountId: string,
  change: { readonly field: string; readonly value: Item },
  time?: number,
): Item {
  return deliveryOf(object, [entry(accountId, { changes: [change] }, time)]);
}
