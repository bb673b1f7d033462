import type { AccountNotice, ParsedUpdate } from '../channel.js';
import type { Fields } from '../fields.js';
import { readTemplateChange } from './account-notice.js';
import { readFeedChange } from './comments/feed-change.js';
import { readInstagramComment } from './comments/instagram-comment.js';
import type { NotUnderstood, Origin } from './events/item.js';

/** What came of one thing in an entry. */
export type Found = ParsedUpdate | { readonly notice: AccountNotice } | NotUnderstood;

/** Reads the value of a change that is about no thread of messages. */
export type ReadChange = (value: Fields, origin: Origin) => Found;

const aMention: ReadChange = () => ({ reason: 'a mention in public names nobody whom we could answer' });
const aTemplate: ReadChange = (value, origin) => ({ notice: readTemplateChange(value, origin) });

/** `field` of a change of the object `instagram`. What is not listed is a thread's, or not understood. */
export const instagramChanges: ReadonlyMap<string, ReadChange> = new Map([
  ['comments', (value, origin) => readInstagramComment(value, origin, false)],
  ['live_comments', (value, origin) => readInstagramComment(value, origin, true)],
  ['mentions', aMention],
] satisfies readonly (readonly [string, ReadChange])[]);

/** `field` of a change of the object `page`. */
export const pageChanges: ReadonlyMap<string, ReadChange> = new Map([
  ['feed', readFeedChange],
  ['mention', aMention],
  ['mentions', aMention],
  ['message_template_status_update', aTemplate],
  ['messenger_template_status_update', aTemplate],
] satisfies readonly (readonly [string, ReadChange])[]);
