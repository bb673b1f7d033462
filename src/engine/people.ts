import { everything } from '../core/consent.js';
import type { Conversation } from '../core/conversation.js';
import type { EngineEvent } from '../core/engine-event.js';
import { basisOfReply, maySend } from '../core/permission.js';
import { explainRefusal } from '../core/refusal-words.js';
import type { Decide, Store } from '../store/store.js';
import type { ActionResult, OutcomeReport } from './engine.js';
import type { FollowUp } from './follow-up.js';
import type { Clock } from './ports.js';
import type { Workspaces } from './workspaces.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type PersonsEvent = Without<EngineEvent, 'id' | 'occurredAt' | 'receivedAt'>;
type Refused = Extract<ActionResult, { ok: false }>;

export interface PeopleParts {
  readonly store: Store;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  readonly decide: Decide;
  readonly followUp: FollowUp;
  readonly newId: () => string;
}

/** What people do to a conversation: each deed is an event like any other, refused beforehand where it cannot be. */
export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  takeOver(conversationId: string, person: string): Promise<ActionResult> {
    return this.#act(conversationId, this.#parts.newId(), { kind: 'personTookOver', person });
  }

  reply(conversationId: string, person: string, text: string, requestId: string): Promise<ActionResult> {
    return this.#act(
      conversationId,
      `reply:${requestId}`,
      { kind: 'personReplied', person, text },
      (conversation) => this.#refuseReply(conversation, person),
    );
  }

  handBack(conversationId: string, person: string, flow: string | null): Promise<ActionResult> {
    return this.#act(
      conversationId,
      this.#parts.newId(),
      { kind: 'handedBack', person, flow },
      ({ workspace }) =>
        flow === null || this.#parts.workspaces.get(workspace).flows.has(flow)
          ? null
          : this.#unknownFlow(workspace, flow),
    );
  }

  resolve(conversationId: string, person: string, outcome: string | null): Promise<ActionResult> {
    return this.#act(
      conversationId,
      this.#parts.newId(),
      { kind: 'handoffResolved', person, outcome },
      (conversation) =>
        conversation.handoff === null
          ? refuse('no_open_handoff', 'This conversation has no open handoff.')
          : null,
    );
  }

  reportOutcome(conversationId: string, { requestId, ...report }: OutcomeReport): Promise<ActionResult> {
    return this.#act(conversationId, `outcome:${requestId}`, { kind: 'outcomeReported', ...report });
  }

  withdraw(conversationId: string, person: string, purpose: string): Promise<ActionResult> {
    const content = { kind: 'withdrawalReported', person, purpose } as const;
    return this.#act(conversationId, this.#parts.newId(), content, ({ workspace }) =>
      purpose === everything || this.#parts.workspaces.get(workspace).topics.has(purpose)
        ? null
        : this.#unknownPurpose(workspace, purpose),
    );
  }

  async #act(
    conversationId: string,
    key: string,
    content: PersonsEvent,
    refusal: (conversation: Conversation) => Refused | null = () => null,
  ): Promise<ActionResult> {
    const { store, clock, decide, followUp } = this.#parts;
    const conversation = await store.readConversation(conversationId);
    if (conversation === null) return refuse('not_found', 'There is no such conversation.');
    const refused = refusal(conversation);
    if (refused !== null) return refused;
    const now = clock.now();
    const address = { kind: 'conversation', conversationId } as const;
    const applied = await store.apply(
      [{ address, key, content: { ...content, occurredAt: now, receivedAt: now } }],
      decide,
    );
    followUp.after(applied);
    const [first] = applied;
    return first === undefined || first.result === 'unknown_conversation'
      ? refuse('not_found', 'There is no such conversation.')
      : { ok: true, eventId: first.eventId };
  }

  /** Said at once, so that a person does not write into the void; the claim checks again all the same. */
  #refuseReply(conversation: Conversation, person: string): Refused | null {
    const now = this.#parts.clock.now();
    const message = {
      basis: basisOfReply(conversation, now),
      speaker: { kind: 'person', name: person } as const,
      epoch: conversation.ownership.epoch,
    };
    const refusal = maySend(conversation, message, now);
    if (refusal === null) return null;
    return refuse(refusal === 'stopped' ? 'stopped' : 'window_closed', explainRefusal(refusal));
  }

  #unknownFlow(workspace: string, flow: string): Refused {
    const known = [...this.#parts.workspaces.get(workspace).flows.keys()].join(', ');
    return refuse('unknown_flow', `There is no flow "${flow}". There are: ${known}.`);
  }

  #unknownPurpose(workspace: string, purpose: string): Refused {
    const known = [everything, ...this.#parts.workspaces.get(workspace).topics.keys()].join(', ');
    return refuse('unknown_purpose', `There is no purpose "${purpose}". There are: ${known}.`);
  }
}

function refuse(reason: Refused['reason'], message: string): Refused {
  return { ok: false, reason, message };
}
