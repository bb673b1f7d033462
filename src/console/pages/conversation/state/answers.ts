import type { z } from 'zod';
import type { deskAnswer, presentAnswer, timelineItemAnswer } from '../../../../contract/desk.js';
import type { queueItemAnswer } from '../../../../contract/queue.js';
import type { savedReplyAnswer } from '../../../../contract/replies.js';

export type Desk = z.output<typeof deskAnswer>;
export type Composing = Desk['composer'];
export type ApprovedTemplate = Composing['templates'][number];
export type Present = z.output<typeof presentAnswer>;
export type Handoff = z.output<typeof queueItemAnswer>;
export type SavedReply = z.output<typeof savedReplyAnswer>;

export type TimelineItem = z.output<typeof timelineItemAnswer>;
export type MessageItem = Extract<TimelineItem, { kind: 'message' }>;
export type NoteItem = Extract<TimelineItem, { kind: 'note' }>;
export type FactItem = Extract<TimelineItem, { kind: 'fact' }>;
export type Line = MessageItem['line'];
