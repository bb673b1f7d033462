import { capabilities } from './channel.js';
import type { Conversation } from './conversation.js';
import type { Basis, Refusal } from './message.js';
import { basisOfReply, maySend } from './permission.js';
import type { TemplateDefinition } from './resources.js';
import { windowClosesAt } from './window.js';

/** What permits a person's answer for a time. */
export interface Permit {
  readonly basis: 'person' | 'human_agent' | 'person_after_stop';
  /** Epoch ms; null: it does not end. */
  readonly until: number | null;
}

export interface PersonMayWrite {
  /** Null: nothing permits it. */
  readonly now: Permit | null;
  /** What permits it when that has ended; null: nothing does, or it does not end. */
  readonly then: Permit | null;
  /** Why nothing permits it; null: something does. */
  readonly refusal: Refusal | 'blocked' | null;
}

const someone = { kind: 'person', name: '' } as const;

/** What a person may write at `now` and later, as long as nothing else happens; by the same rules as the claim (P6). */
export function personMayWrite(conversation: Conversation, now: number): PersonMayWrite {
  const basis = basisOfReply(conversation, now);
  const refusal = conversation.blocked ? 'blocked' : refusalOf(conversation, basis, now);
  const permit = refusal === null ? permitOf(conversation, basis) : null;
  return { now: permit, then: permit && permitAfter(conversation, permit), refusal };
}

function refusalOf(conversation: Conversation, basis: Basis, now: number): Refusal | null {
  const { epoch } = conversation.ownership;
  return maySend(conversation, { basis, speaker: someone, epoch }, now);
}

function permitOf(conversation: Conversation, { kind }: Basis): Permit | null {
  switch (kind) {
    case 'human_agent':
      return { basis: kind, until: personWindowClosesAt(conversation) };
    case 'person':
    case 'person_after_stop':
      return { basis: kind, until: finite(windowClosesAt(conversation)) };
    default:
      return null;
  }
}

/** After STOP nothing follows, since only what the contact wrote is answered. */
function permitAfter(conversation: Conversation, { basis, until }: Permit): Permit | null {
  if (basis !== 'person' || until === null) return null;
  const longer = personWindowClosesAt(conversation);
  return longer === null || longer <= until ? null : { basis: 'human_agent', until: longer };
}

function personWindowClosesAt({ channel, lastContactAt }: Conversation): number | null {
  const { personWindow } = capabilities[channel];
  return personWindow === null || lastContactAt === null ? null : lastContactAt + personWindow;
}

function finite(moment: number | null): number | null {
  return moment === Infinity ? null : moment;
}

/** An approved message in one of its languages, and whether it may be sent now. */
export interface SendableTemplate {
  readonly name: string;
  readonly language: string;
  readonly body: string;
  readonly gaps: number;
  readonly topic: string | null;
  /** Null: it may be sent. */
  readonly refusal: Refusal | 'blocked' | null;
}

/** Those of the workspace; none where the channel has no templates. */
export function sendableTemplates(
  conversation: Conversation,
  templates: Iterable<TemplateDefinition>,
  now: number,
): readonly SendableTemplate[] {
  if (!capabilities[conversation.channel].hasTemplates) return [];
  return Array.from(templates).flatMap(({ name, topic, texts }) => {
    const refusal = conversation.blocked
      ? 'blocked'
      : refusalOf(conversation, { kind: 'template', topic }, now);
    return Object.entries(texts).map(([language, { body }]) => {
      return { name, language, body, gaps: gapsIn(body), topic, refusal };
    });
  });
}

/** However often each is used. */
function gapsIn(body: string): number {
  return new Set(Array.from(body.matchAll(/\{\{\s*(\d+)\s*\}\}/gu), ({ 1: place }) => place)).size;
}
