import type { z } from 'zod';
import type {
  attachmentAnswer,
  basisAnswer,
  eventAnswer,
  lineAnswer,
  speakerAnswer,
  storyAnswer,
} from '../../contract/story.js';
import type { Attachment } from '../../core/platform-event.js';
import type { Basis, Speaker } from '../../core/message.js';
import { explainRefusal } from '../../core/refusal-words.js';
import type { EventTrace, StoryLine } from '../../store/reads.js';
import { showBody } from './body-answer.js';
import { showMoment } from './show-moment.js';

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
    lines: lines.map((line) => showLine(line, byId.get(line.eventId) ?? null, publicUrl)),
  };
}

/** @param event What caused the line; null: it is not kept any more. */
export function showLine(
  line: StoryLine,
  event: EventTrace | null,
  publicUrl: string,
): z.input<typeof lineAnswer> {
  return {
    id: line.id,
    direction: line.direction,
    from: line.from,
    ...showBody(line.body, publicUrl),
    attachments: line.attachments.map(showAttachment),
    public: line.body.isPublic === true,
    at: showMoment(line.at),
    state: line.state,
    refusal: line.refusal,
    reason: line.refusal === null ? line.explanation : explainRefusal(line.refusal),
    basis: line.basis && showBasis(line.basis),
    speaker: line.speaker && showSpeaker(line.speaker),
    platform_message_id: line.platformMessageId,
    event: event && showEvent(event),
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
  if (speaker.kind === 'person') return { ...speaker, id: speaker.id ?? null };
  if (speaker.kind === 'system') return speaker;
  const { kind, flow, version, step, runId } = speaker;
  return { kind, flow, version, step, run_id: runId };
}

function showEvent(event: EventTrace): z.input<typeof eventAnswer> {
  return {
    id: event.eventId,
    kind: event.kind,
    occurred_at: showMoment(event.occurredAt),
    received_at: showMoment(event.receivedAt),
    disposition: event.disposition,
    trace: event.trace.map(({ rule, result }) => ({ rule, result })),
  };
}
