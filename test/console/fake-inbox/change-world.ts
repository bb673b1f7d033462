import { found } from '../../../src/http/api/found.js';
import { HttpProblem } from '../../../src/http/problem.js';
import type { LiveLine } from './live-line.js';
import { conversationOf, handoffsOf } from './seed-conversation.js';
import { factOf, lineIn, lineOfPerson } from './story-lines.js';
import { type FakeConversation, momentOf, type QueueItem, type TimelineItem, type World } from './world.js';

type Fact = Extract<TimelineItem, { kind: 'fact' }>['fact'];

/** Changes the world as people and contacts do, and tells every page of it. */
export class WorldChanges {
  readonly #world: World;
  readonly #live: LiveLine;
  #made = 0;

  constructor(world: World, live: LiveLine) {
    this.#world = world;
    this.#live = live;
  }

  nextId(of: string): string {
    this.#made += 1;
    return `${of}-made-${this.#made}`;
  }

  find(conversationId: string): FakeConversation {
    return found(conversationOf(this.#world, conversationId) ?? null, 'conversation');
  }

  /** The open handoff. @throws {HttpProblem} 409 where there is none */
  openHandoff(conversationId: string): QueueItem {
    const open = handoffsOf(this.#world, conversationId).find((item) => item.closed_at === null);
    if (open === undefined) throw new HttpProblem(409, 'no_open_handoff', 'There is no open handoff.');
    return open;
  }

  /** Changes the open handoff, with a fact in the story where one is named. */
  changeHandoff(conversationId: string, change: Partial<QueueItem>): void {
    const item = this.openHandoff(conversationId);
    this.#world.handoffs.set(item.id, { ...item, ...change });
    this.tell(conversationId);
  }

  /** A new handoff has come in. */
  addHandoff(item: QueueItem): void {
    this.#world.handoffs.set(item.id, item);
    this.tell(item.conversation_id);
  }

  addFact(conversationId: string, fact: Fact, by: string | null, details: Record<string, string> = {}): void {
    this.addToStory(conversationId, factOf(this.nextId('fact'), this.#world.now(), fact, by, details));
  }

  addToStory(conversationId: string, ...items: readonly TimelineItem[]): void {
    const conversation = this.find(conversationId);
    conversation.timeline = [...conversation.timeline, ...items];
    this.tell(conversationId);
  }

  /** The contact writes. */
  contactWrites(conversationId: string, text: string): void {
    this.#saySomething(conversationId, lineIn(this.nextId('in'), this.#world.now(), text));
  }

  /** Somebody else of the team answers. */
  colleagueReplies(conversationId: string, name: string, text: string): void {
    this.#saySomething(conversationId, lineOfPerson(this.nextId('out'), this.#world.now(), text, name));
  }

  /** Whoever is signed in says something: what they have seen before stays what they have seen. */
  iSay(conversationId: string, ...items: readonly TimelineItem[]): void {
    const conversation = this.find(conversationId);
    conversation.version += 1;
    conversation.ownVersion = conversation.version;
    for (const item of items) this.#show(conversation, item);
    this.addToStory(conversationId, ...items);
  }

  tell(conversationId: string): void {
    this.#live.push('conversation', { conversation_id: conversationId });
  }

  #saySomething(conversationId: string, item: TimelineItem): void {
    const conversation = this.find(conversationId);
    conversation.version += 1;
    this.#show(conversation, item);
    this.addToStory(conversationId, item);
  }

  #show(conversation: FakeConversation, item: TimelineItem): void {
    if (item.kind !== 'message') return;
    const { direction, text } = item.line;
    const at = momentOf(this.#world.now());
    for (const handoff of handoffsOf(this.#world, conversation.id).filter(
      ({ closed_at }) => closed_at === null,
    )) {
      this.#world.handoffs.set(handoff.id, {
        ...handoff,
        last_message: { direction, text, at },
        waits_for: direction === 'in' ? 'team' : 'contact',
        waiting_since: at,
      });
    }
  }
}
