import { z } from 'zod';
import type { ParsedContent, ParsedUpdate } from '../channel.js';
import { cleanText, TEXT_LIMIT } from '../clean-text.js';

/** The post that comments are on where none is named. */
const SIMULATOR_POST = 'post';

/** The simulator's one account. */
const SIMULATOR_ACCOUNT = 'simulator';

const words = (most: number) => z.string().max(most).transform(cleanText);
const spoken = words(TEXT_LIMIT).refine((text) => text.trim() !== '', 'must not be empty');
const payload = words(1000).refine((text) => text !== '', 'must not be empty');

/** Any printable text that a person may be called by. */
const contact = words(256)
  .transform((name) => name.trim())
  .refine((name) => name.length >= 1 && name.length <= 64, 'must have 1 to 64 characters');

const saying = z
  .strictObject({
    contact,
    id: z.string().regex(/^[\w.-]{1,128}$/, 'must have 1 to 128 letters, digits, or any of . _ -'),
    text: spoken.optional(),
    quickReply: payload.optional(),
    postback: z.strictObject({ title: words(1000), payload }).optional(),
    ref: payload.optional(),
    storyReply: z.boolean().optional(),
    storyMention: z.boolean().optional(),
    ad: payload.optional(),
    comment: z.strictObject({ text: spoken, postId: payload.optional() }).optional(),
  })
  .superRefine((said, context) => {
    const message = findContradiction(said);
    if (message !== null) context.addIssue({ code: 'custom', message, path: [] });
  });

interface Said {
  readonly text?: string | undefined;
  readonly quickReply?: string | undefined;
  readonly postback?: { readonly title: string; readonly payload: string } | undefined;
  readonly ref?: string | undefined;
  readonly storyReply?: boolean | undefined;
  readonly storyMention?: boolean | undefined;
  readonly ad?: string | undefined;
  readonly comment?: { readonly text: string; readonly postId?: string | undefined } | undefined;
}

/** A follower speaks in one way at a time; the words of a tapped quick reply and of a story reply are its text. */
function findContradiction(said: Said): string | null {
  const { text, quickReply, storyReply, storyMention, postback, ref, ad, comment } = said;
  const spoke = text !== undefined || quickReply !== undefined;
  const others = [postback, ref, ad, comment].map((way) => way !== undefined);
  if ([spoke, storyMention === true, ...others].filter(Boolean).length !== 1)
    return 'say exactly one of: text (with quickReply or storyReply, if you like), postback, ref, ad, storyMention, comment';
  if (storyReply === true && (text === undefined || quickReply !== undefined)) {
    return 'a story reply is made of text alone';
  }
  return null;
}

export interface FieldProblem {
  /** Path of the field, such as `postback.title`; empty: the body as a whole. */
  readonly field: string;
  readonly message: string;
}

export type ParsedSaying =
  | { readonly ok: true; readonly update: ParsedUpdate }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Makes an event of the body of `POST /webhooks/simulator`. Its `id` counts once for each contact, so that the page can
 * repeat a request. `receivedAt` is our clock, epoch ms, and the only one there is.
 */
export function parseSaying(body: unknown, receivedAt: number): ParsedSaying {
  const parsed = saying.safeParse(body);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return { ok: false, problems };
  }
  const { contact: contactId, id, ...said } = parsed.data;
  return {
    ok: true,
    update: {
      channel: 'simulator',
      accountId: SIMULATOR_ACCOUNT,
      contactId,
      key: `saying:${id}:${contactId}`,
      content: toContent(id, said, receivedAt),
    },
  };
}

function toContent(id: string, said: Said, occurredAt: number): ParsedContent {
  const { text, quickReply, postback, ref, ad, storyReply, storyMention, comment } = said;
  if (comment !== undefined) {
    const { text: words, postId = SIMULATOR_POST } = comment;
    const facts = { commentId: id, postId, text: words, isLive: false, parentId: null };
    return { kind: 'commentPosted', occurredAt, ...facts };
  }
  if (postback !== undefined) {
    return { kind: 'postbackReceived', occurredAt, platformMessageId: id, ...postback, referral: null };
  }
  if (ref !== undefined) {
    return { kind: 'referralReceived', occurredAt, referral: { ref, source: 'SIMULATOR', adId: null } };
  }
  if (ad !== undefined) {
    return { kind: 'referralReceived', occurredAt, referral: { ref: null, source: 'ADS', adId: ad } };
  }
  return {
    kind: 'messageReceived',
    occurredAt,
    platformMessageId: id,
    text: text ?? quickReply ?? '',
    quickReply: quickReply ?? null,
    storyReply: storyReply === true ? { id: null } : null,
    replyTo: null,
    referral: null,
    attachments: storyMention === true ? [{ type: 'story_mention', url: null }] : [],
    ...(storyMention === true ? { storyMention } : {}),
  };
}
