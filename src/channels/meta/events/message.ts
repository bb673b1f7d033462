import type { Attachment, MessageReceived } from '../../../core/platform-event.js';
import { asFields, asList, type Fields, readCount, readId, readText } from '../../fields.js';
import { readAttachments } from './attachment.js';
import { type Item, type NotUnderstood, type ReadEvent, type Reading, threadMoment } from './item.js';
import { notice } from './notice.js';
import { readReferral } from './referral.js';

/** The attachment by which Instagram says that the contact named us in a story of theirs. */
const STORY_MENTION = 'story_mention';

const WITHOUT_ID: NotUnderstood = { reason: 'a message without an id' };

/** `message`: words or attachments of the contact, an echo of our side's, or the taking back of either. */
export const readMessage: ReadEvent = (message, item) => {
  const mid = readId(message['mid']);
  if (mid === null) return WITHOUT_ID;
  if (message['is_deleted'] === true) return readUnsent(mid, item);
  return item.byOurSide ? readEcho(mid, message, item) : readReceived(mid, message, item);
};

/** `message_edit`: the contact changed what they wrote; `num_edit` counts from 1, as a number or as text. */
export const readEdit: ReadEvent = (edit, item) => {
  const mid = readId(edit['mid']);
  if (mid === null) return WITHOUT_ID;
  const text = readText(edit['text']);
  // Without the new words nothing may be overwritten.
  if (text === null || item.byOurSide) return notice('message_edit', edit, item);
  const edition = readCount(edit['num_edit']);
  return {
    key: `edit:${mid}:${edition ?? threadMoment(item)}`,
    content: {
      kind: 'messageEdited',
      occurredAt: item.occurredAt,
      platformMessageId: mid,
      text,
      edition: edition ?? 1,
    },
  };
};

/** `reaction`: an emoji put under a message, or taken away again. */
export const readReaction: ReadEvent = (reaction, item) => {
  const mid = readId(reaction['mid']);
  if (mid === null) return WITHOUT_ID;
  if (item.byOurSide) return notice('reaction', reaction, item);
  const action = reaction['action'] === 'unreact' ? 'unreact' : 'react';
  const shown = readText(reaction['emoji']) ?? readText(reaction['reaction']) ?? 'other';
  return {
    key: `reaction:${mid}:${threadMoment(item)}:${action}`,
    content: {
      kind: 'reactionChanged',
      occurredAt: item.occurredAt,
      platformMessageId: mid,
      reaction: action === 'react' ? shown : null,
    },
  };
};

/** Whichever side took it back: what is unsent is not kept (platforms reference §10). */
function readUnsent(mid: string, item: Item): Reading {
  return {
    key: `unsent:${mid}`,
    content: { kind: 'messageUnsent', occurredAt: item.occurredAt, platformMessageId: mid },
  };
}

function readEcho(mid: string, message: Fields, item: Item): Reading {
  return {
    key: `echo:${mid}`,
    content: {
      kind: 'messageEchoed',
      occurredAt: item.occurredAt,
      platformMessageId: mid,
      text: readText(message['text']) ?? '',
      appId: readId(message['app_id']),
      metadata: readText(message['metadata']),
      ownMessageId: null,
    },
  };
}

function readReceived(mid: string, message: Fields, item: Item): Reading {
  const attachments = readAttachments(message['attachments']);
  const replyTo = asFields(message['reply_to']);
  return {
    key: `message:${mid}`,
    content: {
      kind: 'messageReceived',
      occurredAt: item.occurredAt,
      platformMessageId: mid,
      text: readWords(message),
      quickReply: readText(asFields(message['quick_reply'])?.['payload']),
      storyReply: readStoryReply(replyTo),
      replyTo: readId(replyTo?.['mid']),
      referral: readReferral(message['referral']),
      attachments: [...attachments, ...readOthers(message)],
      ...(attachments.some(({ type }) => type === STORY_MENTION) ? { storyMention: true } : {}),
    },
  };
}

function readStoryReply(replyTo: Fields | null): MessageReceived['storyReply'] {
  const story = asFields(replyTo?.['story']);
  return story === null ? null : { id: readId(story['id']) };
}

/** What was written; a command that was chosen from a list, where it stands for itself. */
function readWords(message: Fields): string {
  const text = readText(message['text']);
  if (text !== null) return text;
  const command = readText(asFields(asList(message['commands'])[0])?.['name']);
  return command === null ? '' : `/${command}`;
}

/**
 * What stands in a message beside its words is kept as an attachment without an address, so that a person is told: an
 * order, and what the platform does not show to apps.
 */
function readOthers(message: Fields): readonly Attachment[] {
  return [
    ...(asFields(message['order']) === null ? [] : [{ type: 'order', url: null }]),
    ...(message['is_unsupported'] === true ? [{ type: 'unsupported', url: null }] : []),
  ];
}
