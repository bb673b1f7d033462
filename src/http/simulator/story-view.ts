import type { Conversation } from '../../core/conversation.js';
import type { MessageButton, MessageLink } from '../../core/message.js';
import { explainRefusal } from '../../core/refusal-words.js';
import type { HandoffView, StoryLine } from '../../store/reads.js';
import { explainHandoff } from './handoff-words.js';

interface StoryParts {
  readonly name: string;
  readonly conversation: Conversation;
  readonly lines: readonly StoryLine[];
  readonly handoff: HandoffView | null;
  readonly publicUrl: string;
}

/** A conversation as the simulator's page shows it, oldest line first. */
export function showStory({ name, conversation, lines, handoff, publicUrl }: StoryParts): object {
  return {
    name,
    owner: conversation.ownership.owner,
    stopped: conversation.consent.stopped !== null,
    handoff: handoff && { team: handoff.team ?? '', reason: explainHandoff(handoff) },
    messages: lines.map((line) => showLine(line, publicUrl)),
  };
}

function showLine(line: StoryLine, publicUrl: string): object {
  const { direction, body, at, state, refusal, explanation } = line;
  return {
    // The page gave this id to what it sent, and knows its own lines by it.
    id: direction === 'in' ? (line.platformMessageId ?? line.id) : line.id,
    direction,
    text: body.text,
    at,
    state,
    stateReason: refusal === null ? explanation : explainRefusal(refusal),
    quickReplies: (body.quickReplies ?? []).map(({ title, payload }) => ({ title, payload })),
    link: body.link ? showLink(body.link, publicUrl) : null,
    buttons: (body.buttons ?? []).map((button) => showButton(button, publicUrl)),
    media: body.media ?? null,
    cards: (body.cards ?? []).map((card) => ({
      ...card,
      button: card.button && showButton(card.button, publicUrl),
    })),
    // A message that is put back while we are seen typing waits in the queue until then.
    isTyping: (state === 'queued' || state === 'sending') && body.typing !== undefined,
    isPublic: body.isPublic === true,
    spokenBy: showSpeaker(line.speaker),
  };
}

function showLink({ label, code }: MessageLink, publicUrl: string): { label: string; url: string } {
  return { label, url: `${publicUrl}/l/${code}` };
}

function showButton(button: MessageButton, publicUrl: string): object {
  return button.kind === 'link' ? { kind: 'link', ...showLink(button.link, publicUrl) } : button;
}

function showSpeaker(speaker: StoryLine['speaker']): object | null {
  switch (speaker?.kind) {
    case undefined:
      return null;
    case 'flow':
      return { kind: 'flow', flow: speaker.flow, step: speaker.step };
    case 'system':
      return { kind: 'system', rule: speaker.rule };
    case 'person':
      return { kind: 'agent', name: speaker.name };
  }
}
