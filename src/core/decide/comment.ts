import { capabilities } from '../channel.js';
import { hour, type CommentLimits } from '../channel-capabilities.js';
import type { Conversation } from '../conversation.js';
import type { Decision } from '../decision.js';
import type { CommentPosted } from '../platform-event.js';
import type { Flow } from '../flow.js';
import { findCommentTriggers, type TriggerHit } from '../trigger-match.js';
import type { CommentTarget } from '../workspace.js';
import { learnTold, mustWaitFor, needsProfile } from './awaiting.js';
import type { Draft } from './draft.js';
import { hearCommand } from './heard.js';
import { describeOthers } from './other-triggers.js';
import { liftSilence } from './ownership.js';
import { replyPublicly } from './public-reply.js';
import { startRun } from './run.js';

/**
 * Under a live broadcast the platform takes a private reply only while that lasts (platforms reference §5.2), and tells
 * nobody when it ends: most last no longer than this after a comment, ms. One that comes too late is refused there.
 */
const liveLasts = hour;

/** Posts remembered per contact: who comments on more of them than that may be answered twice on the oldest. */
const mostPosts = 100;

export interface CommentStart {
  readonly flow: Flow;
  readonly hit: TriggerHit<CommentTarget>;
  readonly others: readonly string[];
}

/**
 * Decides what someone wrote in public. It starts a flow, once per person and post, and its first message is the private
 * reply; it is no message to us: it opens no reply window, is no answer, and no command.
 */
export function decideComment(draft: Draft, event: CommentPosted): Decision {
  liftSilence(draft);
  const start = findCommentStart(draft, event);
  if (typeof start === 'string') {
    draft.note('route', `silent: ${start}`);
    return draft.decision('handled');
  }
  learnTold(draft, event.profile);
  if (mustWaitFor(draft, needsProfile(draft.workspace, start.flow))) return draft.decision('deferred');
  draft.note('route', `start: ${start.hit.what}`);
  for (const other of start.others) draft.note('also fits', other);
  answer(draft, event, start);
  return draft.decision('handled');
}

/** What the comment starts, or why it starts nothing. */
export function findCommentStart(draft: Draft, event: CommentPosted): CommentStart | string {
  return whyNot(draft, event) ?? findFlow(draft, event) ?? 'no flow answers it';
}

/** Why a comment is not answered, whatever stands in it; null: it may be. */
function whyNot(draft: Draft, event: CommentPosted): string | null {
  const { conversation, now } = draft;
  const { comments } = capabilities[conversation.channel];
  if (comments === null) return 'this channel has no comments';
  if (draft.isStopped) return 'the contact said stop';
  if (conversation.ownership.owner !== 'bot') return `the chat is owned by ${conversation.ownership.owner}`;
  if (event.parentId !== null) return 'it answers another comment';
  if (now >= deadlineOf(event, comments)) return 'it is too old for a private reply';
  // Who asks to be left alone, even in public, is not written to.
  if (hearCommand(draft, event.text)?.command === 'stop') return 'it asks for no messages';
  return whyNotAgain(conversation, event);
}

function whyNotAgain(
  { goneComments = [], answeredPosts = [] }: Conversation,
  event: CommentPosted,
): string | null {
  if (goneComments.includes(event.commentId)) return 'it is not to be answered any more';
  return answeredPosts.includes(postOf(event)) ? 'a comment of theirs on this post was answered' : null;
}

function findFlow({ conversation, workspace }: Draft, { text, postId }: CommentPosted): CommentStart | null {
  const language = conversation.contact.language ?? null;
  const [hit, ...others] = findCommentTriggers(workspace.triggers, { text, postId, language });
  const flow = hit && workspace.flows.get(hit.target.flow);
  if (hit === undefined || flow === undefined) return null;
  return { flow, hit, others: describeOthers(hit, others) };
}

function answer(draft: Draft, event: CommentPosted, { flow, hit }: CommentStart): void {
  const { id, commentId, text, occurredAt, receivedAt } = event;
  draft.ask({
    kind: 'recordMessage',
    message: {
      id,
      from: 'contact',
      text,
      platformMessageId: commentId,
      occurredAt,
      receivedAt,
      via: 'comment',
    },
  });
  const posts = [...(draft.conversation.answeredPosts ?? []), postOf(event)].slice(-mostPosts);
  draft.change({ answeredPosts: posts });
  startRun(draft, flow, { commentId, until: privateReplyUntil(draft, event), commentedAt: occurredAt });
  replyPublicly(draft, { commentId, flow, texts: hit.target.publicReplies });
}

function privateReplyUntil({ conversation }: Draft, event: CommentPosted): number {
  const { comments } = capabilities[conversation.channel];
  return comments === null ? event.occurredAt : deadlineOf(event, comments);
}

/** When the platform takes no private reply to it any more, epoch ms. */
function deadlineOf({ occurredAt, isLive }: CommentPosted, { privateReplyLasts }: CommentLimits): number {
  return occurredAt + (isLive ? Math.min(liveLasts, privateReplyLasts) : privateReplyLasts);
}

/**
 * An advertisement that shows a post again is that post: its comments are told under both. Where the platform names no
 * post, each comment stands for itself.
 */
function postOf({ postId, originalPostId, commentId }: CommentPosted): string {
  return originalPostId ?? postId ?? `comment ${commentId}`;
}
