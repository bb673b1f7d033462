import type { Actor } from '../core/actor.js';
import type { Conversation } from '../core/conversation.js';
import type { Workspace } from '../core/workspace.js';
import { act, by, type ActParts, type OwnEvent } from './act.js';
import type {
  ActionResult,
  Assignment,
  Deeds,
  HandingBack,
  MergeResult,
  OutcomeReport,
  RefusedDeed,
  Reply,
  Resolution,
  TemplateReply,
} from './deeds.js';
import { mergeContacts } from './merge-contacts.js';
import { providedNothingNewer, providedRoom } from './provisos.js';
import {
  refuseBlocked,
  refuseHandingBack,
  refusePurpose,
  refuseReply,
  refuseTeam,
  refuseTemplate,
  refuseWithoutHandoff,
} from './refusals.js';
import type { ThreadControls } from './thread-controls.js';
import type { Workspaces } from './workspaces.js';

export interface PeopleParts extends ActParts {
  readonly workspaces: Workspaces;
  readonly newId: () => string;
  readonly threads: ThreadControls;
}

/** What people do to a conversation: each deed is an event like any other, refused beforehand where it cannot be. */
export class People implements Deeds {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  takeOver(conversationId: string, actor: Actor): Promise<ActionResult> {
    return act(this.#parts, {
      conversationId,
      key: this.#parts.newId(),
      content: { kind: 'personTookOver', ...by(actor) },
      refuse: refuseBlocked,
      afterwards: (conversation) => this.#parts.threads.take(conversation),
    });
  }

  reply(conversationId: string, actor: Actor, reply: Reply, requestId: string): Promise<ActionResult> {
    const { text, media = [], seen } = reply;
    return act(this.#parts, {
      conversationId,
      key: `reply:${requestId}`,
      content: { kind: 'personReplied', ...by(actor), text, ...(media.length > 0 ? { media } : {}) },
      refuse: (conversation) => refuseReply(conversation, reply, this.#parts.clock.now()),
      ...(seen !== undefined && { provided: providedNothingNewer(seen, actor) }),
      afterwards: (conversation) => this.#takeUnlessOurs(conversation),
    });
  }

  sendTemplate(
    conversationId: string,
    actor: Actor,
    reply: TemplateReply,
    requestId: string,
  ): Promise<ActionResult> {
    return act(this.#parts, {
      conversationId,
      key: `template:${requestId}`,
      content: { kind: 'personSentTemplate', ...by(actor), ...reply },
      refuse: (conversation) =>
        refuseTemplate(conversation, this.#of(conversation), reply, this.#parts.clock.now()),
      afterwards: (conversation) => this.#takeUnlessOurs(conversation),
    });
  }

  handBack(conversationId: string, actor: Actor, to: HandingBack): Promise<ActionResult> {
    return act(this.#parts, {
      conversationId,
      key: this.#parts.newId(),
      content: { kind: 'handedBack', ...by(actor), ...to },
      refuse: (conversation) => refuseHandingBack(conversation, this.#of(conversation), to),
      afterwards: (conversation) => this.#parts.threads.release(conversation),
    });
  }

  resolve(conversationId: string, actor: Actor, resolution: Resolution): Promise<ActionResult> {
    return act(this.#parts, {
      conversationId,
      key: this.#parts.newId(),
      content: { kind: 'handoffResolved', ...by(actor), ...resolution },
      refuse: refuseWithoutHandoff,
      afterwards: (conversation) => this.#parts.threads.release(conversation),
    });
  }

  assign(conversationId: string, actor: Actor, assignment: Assignment): Promise<ActionResult> {
    const { most, ...given } = assignment;
    const { to, team } = given;
    return act(this.#parts, {
      conversationId,
      key: this.#parts.newId(),
      content: { kind: 'handoffAssigned', ...by(actor), ...given },
      refuse: (conversation) =>
        refuseWithoutHandoff(conversation) ?? refuseTeam(this.#of(conversation), team),
      ...(to != null && most !== undefined && { provided: providedRoom(to, most) }),
    });
  }

  snooze(conversationId: string, actor: Actor, until: number | null): Promise<ActionResult> {
    return this.#do(conversationId, { kind: 'handoffSnoozed', ...by(actor), until }, refuseWithoutHandoff);
  }

  addNote(...[conversationId, actor, note, requestId]: Parameters<Deeds['addNote']>): Promise<ActionResult> {
    const content = { kind: 'noteAdded', ...by(actor), ...note } as const;
    return act(this.#parts, { conversationId, key: `note:${requestId}`, content });
  }

  changeTags(...[conversationId, actor, change]: Parameters<Deeds['changeTags']>): Promise<ActionResult> {
    return this.#do(conversationId, { kind: 'tagsChanged', ...by(actor), ...change });
  }

  block(conversationId: string, actor: Actor, isBlocked: boolean): Promise<ActionResult> {
    return this.#do(conversationId, { kind: 'contactBlocked', ...by(actor), isBlocked });
  }

  merge(conversationId: string, actor: Actor, contactId: string): Promise<MergeResult> {
    return mergeContacts(this.#parts, conversationId, actor, contactId);
  }

  reportOutcome(conversationId: string, { requestId, ...report }: OutcomeReport): Promise<ActionResult> {
    const content = { kind: 'outcomeReported', ...report } as const;
    return act(this.#parts, { conversationId, key: `outcome:${requestId}`, content });
  }

  withdraw(conversationId: string, actor: Actor, purpose: string): Promise<ActionResult> {
    return this.#do(conversationId, { kind: 'withdrawalReported', ...by(actor), purpose }, (conversation) =>
      refusePurpose(this.#of(conversation), purpose),
    );
  }

  #do(
    conversationId: string,
    content: OwnEvent,
    refuse?: (conversation: Conversation) => RefusedDeed | null,
  ): Promise<ActionResult> {
    const wish = { conversationId, key: this.#parts.newId(), content };
    return act(this.#parts, refuse === undefined ? wish : { ...wish, refuse });
  }

  /** Whoever has the chat as a person of ours took the thread when they took the chat. */
  #takeUnlessOurs(conversation: Conversation): void {
    if (conversation.ownership.owner !== 'human') this.#parts.threads.take(conversation);
  }

  #of({ workspace }: Conversation): Workspace {
    return this.#parts.workspaces.get(workspace);
  }
}
