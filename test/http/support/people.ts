import { noConsent } from '../../../src/core/consent.js';
import { beginConversation, type Conversation } from '../../../src/core/conversation.js';
import type { ContactView, HandoffView, StoryLine } from '../../../src/store/reads.js';

export const noon = Date.UTC(2026, 10, 22, 12);

/** A contact whom the simulator knows by `name`, with a conversation of their own. */
export function contactNamed(name: string, change: Partial<Conversation> = {}): ContactView {
  const identity = {
    id: `conversation-of-${name}`,
    workspace: 'studio',
    account: 'simulator',
    channel: 'simulator' as const,
    contactId: `contact-${name}`,
  };
  const conversation = { ...beginConversation(identity, noConsent), ...change };
  return {
    id: identity.contactId,
    conversationId: identity.id,
    workspace: conversation.workspace,
    account: conversation.account,
    channel: conversation.channel,
    platformIds: [name],
    conversation,
    createdAt: noon,
    updatedAt: noon,
  };
}

/** A line that the flow said, unless `change` says otherwise. */
export function lineSaying(text: string, change: Partial<StoryLine> = {}): StoryLine {
  return {
    id: `line-${text}`,
    direction: 'out',
    from: null,
    body: { text },
    attachments: [],
    at: noon,
    state: 'sent',
    refusal: null,
    explanation: null,
    speaker: { kind: 'flow', flow: 'guide', version: 'v1', step: '1-say', runId: 'run-1' },
    basis: { kind: 'reply_window' },
    eventId: 'event-1',
    platformMessageId: `platform-${text}`,
    ...change,
  };
}

export function handoffOf(contact: ContactView, change: Partial<HandoffView> = {}): HandoffView {
  return {
    id: 'handoff-1',
    conversationId: contact.conversationId,
    workspace: contact.workspace,
    account: contact.account,
    channel: contact.channel,
    contactName: 'Ana',
    team: 'sales',
    reason: 'flow',
    note: 'Runs a shop.',
    priority: 'normal',
    reference: null,
    state: 'open',
    takenBy: null,
    openedAt: noon,
    firstReplyAt: null,
    closedAt: null,
    firstReplyDueAt: noon + 7_200_000,
    resolveDueAt: null,
    dueAt: noon + 7_200_000,
    resolveLeft: null,
    waitsFor: 'team',
    waitingSince: noon,
    assigneeId: null,
    assignee: null,
    assignedAt: null,
    snoozedUntil: null,
    closedBy: null,
    outcome: null,
    rating: null,
    ...change,
  };
}
