import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/actor.js';
import type { Applied, Arrival, Decide, Proviso, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  botMessage,
  decision,
  doing,
  happens,
  minute,
  noon,
  parrot,
  writes,
  type OpenStore,
} from './world.js';

const people: readonly Actor[] = ['Kim', 'Lee', 'Ann', 'Bob'].map((name) => ({
  name,
  id: name.toLowerCase(),
}));

/** Says what a person answered, and gives a handoff to whom it was given. */
const asTold: Decide = (conversation, event) => {
  if (event.kind === 'personReplied') {
    const speaker = { kind: 'person', name: event.person } as const;
    const message = botMessage(event, event.text, { speaker, basis: { kind: 'person' } });
    return decision(conversation, [{ kind: 'sendMessage', message }]);
  }
  if (event.kind !== 'handoffAssigned' || !event.to) return parrot(conversation, event);
  const change = { assigneeId: event.to.id, assignee: event.to.name, assignedAt: noon };
  return decision(conversation, [{ kind: 'updateHandoff', handoffId: conversation.contact.id, change }]);
};

const resultsOf = (applied: readonly Applied[]) => applied.map(({ result }) => result).sort();

/** What is decided only as long as things are as whoever asks for it has seen them, also where many ask at once. */
export function describeProvisos(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  /** All at the same time. */
  const applyAtOnce = (arrivals: readonly Arrival[]): Promise<readonly Applied[]> =>
    Promise.all(arrivals.map((arrival) => applyOne(store, arrival, asTold)));

  describe('a reply to what was seen', () => {
    const replyOf = async (conversationId: string, actor: Actor, key?: string): Promise<Arrival> => {
      const { name: person, id } = actor;
      const content = {
        kind: 'personReplied',
        person,
        personId: id ?? '',
        text: person,
        ...at(noon),
      } as const;
      const than = await store.readVersion(conversationId, actor);
      return {
        ...happens(conversationId, content, key),
        provided: { kind: 'nothing_newer', than, asker: actor },
      };
    };

    it('goes out once of all that are written at once, and nothing is kept of the others', async () => {
      for (let round = 0; round < 10; round += 1) {
        const { conversationId } = await applyOne(store, writes('hi', { contact: `c${round}` }), parrot);
        const replies = await Promise.all(people.map((one) => replyOf(conversationId, one)));
        const applied = await applyAtOnce(replies);
        expect(resultsOf(applied)).toEqual(['handled', 'refused', 'refused', 'refused']);
        const story = await store.readStory(conversationId);
        expect(story.filter(({ speaker }) => speaker?.kind === 'person')).toHaveLength(1);
        const refused = replies.filter((_, place) => applied[place]?.result === 'refused');
        const { provided: _, ...insisted } = refused[0]!;
        expect((await applyOne(store, insisted, asTold)).result).toBe('handled');
      }
    });

    it('waits for none of its writer’s own words, and comes to the same when it comes again', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), parrot);
      const kim = people[0]!;
      const [first, second] = [await replyOf(conversationId, kim, 'one'), await replyOf(conversationId, kim)];
      expect(resultsOf(await applyAtOnce([first, second]))).toEqual(['handled', 'handled']);
      await applyOne(store, writes('and?'), parrot);
      expect((await applyOne(store, first, asTold)).result).toBe('duplicate');
      expect((await applyOne(store, { ...first, key: 'two' }, asTold)).result).toBe('refused');
    });

    it('is refused where a colleague has left a note meanwhile', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), parrot);
      const reply = await replyOf(conversationId, people[0]!);
      const note = { id: 'n', author: 'Lee', authorId: 'lee', text: 'careful', mentions: [], at: noon };
      await applyOne(store, writes('x'), doing({ kind: 'addNote', note }));
      expect((await applyOne(store, reply, asTold)).result).toBe('refused');
    });
  });

  describe('a handoff for somebody who takes only so many', () => {
    /** So many chats that wait for a person, each handoff called like its contact. */
    const handOver = async (count: number): Promise<readonly string[]> => {
      const opening = { team: 'sales', reason: 'flow', note: '', openedAt: noon } as const;
      const due = { firstReplyDueAt: null, resolveDueAt: null };
      const decide: Decide = (conversation) =>
        decision(conversation, [
          { kind: 'openHandoff', handoff: { id: conversation.contact.id, ...opening, ...due } },
        ]);
      const arrivals = Array.from({ length: count }, (_, place) => writes('help', { contact: `h${place}` }));
      return (await store.apply(arrivals, decide)).map(({ conversationId }) => conversationId);
    };
    const give = (conversationId: string, to: Actor, most: number): Arrival => {
      const userId = to.id ?? '';
      const proviso: Proviso = { kind: 'room', userId, most };
      const content = { kind: 'handoffAssigned', person: 'assignment', to: { ...to, id: userId } } as const;
      return { ...happens(conversationId, { ...content, ...at(noon) }), provided: proviso };
    };
    const openOf = async (count: number): Promise<Readonly<Record<string, number>>> => {
      const { items } = await store.listHandoffs({}, { after: null, limit: count });
      const counts: Record<string, number> = {};
      for (const { assigneeId } of items) counts[String(assigneeId)] = (counts[String(assigneeId)] ?? 0) + 1;
      return counts;
    };

    it('is given to nobody beyond that, though all are given out at once', async () => {
      const conversations = await handOver(40);
      const [kim, lee] = people as [Actor, Actor];
      const applied = await applyAtOnce(
        conversations.map((id, place) => give(id, place % 2 === 0 ? kim : lee, place % 2 === 0 ? 3 : 5)),
      );
      expect(applied.filter(({ result }) => result === 'handled')).toHaveLength(8);
      expect(applied.filter(({ result }) => result === 'refused')).toHaveLength(32);
      expect(await openOf(40)).toEqual({ kim: 3, lee: 5, null: 32 });
    });

    it('finds room again when one is closed, or put off', async () => {
      const [kim] = people as [Actor];
      const [first, second, third, fourth] = (await handOver(4)) as [string, string, string, string];
      await applyAtOnce([give(first, kim, 1)]);
      expect(resultsOf(await applyAtOnce([give(second, kim, 1)]))).toEqual(['refused']);
      const change = (conversationId: string, then: object) =>
        applyOne(
          store,
          happens(conversationId, { kind: 'personTookOver', person: 'kim', ...at(noon) }),
          (conversation) =>
            decision(conversation, [
              { kind: 'updateHandoff', handoffId: conversation.contact.id, change: then },
            ]),
        );
      await change(first, { state: 'snoozed', snoozedUntil: noon + minute });
      expect(resultsOf(await applyAtOnce([give(second, kim, 1)]))).toEqual(['handled']);
      expect(resultsOf(await applyAtOnce([give(third, kim, 1)]))).toEqual(['refused']);
      await change(second, { state: 'resolved', closedAt: noon, closedBy: 'kim' });
      expect(resultsOf(await applyAtOnce([give(third, kim, 1), give(fourth, kim, 1)]))).toEqual([
        'handled',
        'refused',
      ]);
    });
  });
}
