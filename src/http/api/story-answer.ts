import { z } from 'zod';
import type { Attachment } from '../../core/platform-event.js';
import type { Basis, Speaker } from '../../core/message.js';
import { explainRefusal } from '../../core/refusal-words.js';
import type { EventTrace, StoryLine } from '../../store/reads.js';
import { bodyAnswer, showBody } from './body-answer.js';
import { moment, showMoment } from './fields.js';

const basisAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reply_window') }),
    z.object({ kind: z.literal('confirmation'), of: z.enum(['stop', 'start', 'help']) }),
    z.object({
      kind: z.literal('private_reply'),
      comment_id: z.string(),
      until: moment.describe('Until when the platform takes it.'),
    }),
    z.object({ kind: z.literal('public_reply'), comment_id: z.string() }),
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('human_agent') }),
    z.object({ kind: z.literal('template'), topic: z.string().nullable() }),
    z.object({ kind: z.literal('marketing_token'), topic: z.string(), until: moment }),
    z.object({ kind: z.literal('person_after_stop'), answers: z.string().describe('An event’s id.') }),
  ])
  .meta({ id: 'Basis' });

const speakerAnswer = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('flow'),
      flow: z.string(),
      version: z.string(),
      step: z.string(),
      run_id: z.string(),
    }),
    z.object({ kind: z.literal('system'), rule: z.string() }),
    z.object({ kind: z.literal('person'), name: z.string() }),
  ])
  .meta({ id: 'Speaker' });

const eventAnswer = z
  .object({
    id: z.string(),
    kind: z.string(),
    occurred_at: moment.describe('By the platform’s clock.'),
    received_at: moment.describe('By ours.'),
    disposition: z.enum(['handled', 'deferred', 'poison']),
    trace: z
      .array(z.object({ rule: z.string(), result: z.string() }))
      .describe('Each rule that was looked at, and what it said: why it was decided so.'),
  })
  .meta({ id: 'Event' });

const attachmentAnswer = z
  .object({
    type: z.string().describe('In the platform’s words: image, audio, file, share …'),
    name: z.string().nullable(),
    mime_type: z.string().nullable(),
    has_content: z
      .boolean()
      .describe('Whether there is something to be fetched, as long as the platform keeps it.'),
  })
  .meta({ id: 'Attachment' });

const lineAnswer = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    from: z
      .enum(['contact', 'person_elsewhere'])
      .nullable()
      .describe('Of incoming lines: the contact, or someone in another app.'),
    ...bodyAnswer,
    attachments: z.array(attachmentAnswer).describe('What the contact sent along.'),
    public: z.boolean().describe('Whether it stands under the contact’s comment, for everybody to read.'),
    at: moment,
    state: z
      .enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled', 'not_sent'])
      .nullable(),
    reason: z.string().nullable().describe('Why it was not sent, or what went wrong; for people.'),
    basis: basisAnswer.nullable().describe('What permits it to be sent.'),
    speaker: speakerAnswer.nullable(),
    platform_message_id: z.string().nullable(),
    event: eventAnswer.nullable().describe('What caused the line.'),
  })
  .meta({ id: 'StoryLine' });

export const storyAnswer = z
  .object({ conversation_id: z.string(), lines: z.array(lineAnswer).describe('Oldest first.') })
  .meta({ id: 'Story' });

interface StoryParts {
  readonly conversationId: string;
  readonly lines: readonly StoryLine[];
  readonly events: readonly EventTrace[];
  readonly publicUrl: string;
}

export function showStory({
  conversationId,
  lines,
  events,
  publicUrl,
}: StoryParts): z.input<typeof storyAnswer> {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  return {
    conversation_id: conversationId,
    lines: lines.map((line) => ({ ...showLine(line, publicUrl), event: showEvent(byId.get(line.eventId)) })),
  };
}

function showLine(line: StoryLine, publicUrl: string): Omit<z.input<typeof lineAnswer>, 'event'> {
  return {
    id: line.id,
    direction: line.direction,
    from: line.from,
    ...showBody(line.body, publicUrl),
    attachments: line.attachments.map(showAttachment),
    public: line.body.isPublic === true,
    at: showMoment(line.at),
    state: line.state,
    reason: line.refusal === null ? line.explanation : explainRefusal(line.refusal),
    basis: line.basis && showBasis(line.basis),
    speaker: line.speaker && showSpeaker(line.speaker),
    platform_message_id: line.platformMessageId,
  };
}

/** Not its address: whoever has that has the file. */
function showAttachment({
  type,
  name,
  mimeType,
  url,
  mediaId,
}: Attachment): z.input<typeof attachmentAnswer> {
  const hasContent = url !== null || mediaId !== undefined;
  return { type, name: name ?? null, mime_type: mimeType ?? null, has_content: hasContent };
}

function showBasis(basis: Basis): z.input<typeof basisAnswer> {
  switch (basis.kind) {
    case 'private_reply':
      return { kind: basis.kind, comment_id: basis.commentId, until: showMoment(basis.until) };
    case 'public_reply':
      return { kind: basis.kind, comment_id: basis.commentId };
    case 'marketing_token':
      // The token is as good as a password for one message.
      return { kind: basis.kind, topic: basis.topic, until: showMoment(basis.until) };
    default:
      return basis;
  }
}

function showSpeaker(speaker: Speaker): z.input<typeof speakerAnswer> {
  if (speaker.kind !== 'flow') return speaker;
  const { kind, flow, version, step, runId } = speaker;
  return { kind, flow, version, step, run_id: runId };
}

function showEvent(event: EventTrace | undefined): z.input<typeof eventAnswer> | null {
  if (event === undefined) return null;
  return {
    id: event.eventId,
    kind: event.kind,
    occurred_at: showMoment(event.occurredAt),
    received_at: showMoment(event.receivedAt),
    disposition: event.disposition,
    trace: event.trace.map(({ rule, result }) => ({ rule, result })),
  };
}
