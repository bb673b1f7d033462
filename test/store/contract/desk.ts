import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/core/conversation.js';
import type { Event } from '../../../src/core/event.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { everywhere } from './erasure.js';
import {
  applyOne,
  at,
  botMessage,
  decision,
  doing,
  happens,
  minute,
  noon,
  nothing,
  parrot,
  tells,
  writes,
  type OpenStore,
} from './world.js';

const kim = { id: 'u1', name: 'Kim' };
const lee = { id: 'u2', name: 'Lee' };

const hears: Decide = (conversation, event) =>
  decision(conversation, parrot(conversation, event).effects.slice(0, 1));

function answers(name: string, id?: string): Decide {
  return (conversation: Conversation, event: Event) =>
    decision(conversation, [
      {
        kind: 'sendMessage',
        message: botMessage(event, 'answer', {
          speaker: { kind: 'person', name, ...(id !== undefined && { id }) },
          basis: { kind: 'person' },
        }),
      },
    ]);
}

/** What an agent has before them beside the story. */
export function describeDesk(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('the desk', () => {
    it('knows the contact, what they have reached and which flows spoke', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), everywhere);

      expect(await store.readDesk(conversationId)).toMatchObject({
        conversation: { id: conversationId, contact: { profile: { name: 'hi' } } },
        platformIds: ['ada'],
        knownSince: noon,
        outcomes: [{ name: 'delivered' }],
        runs: [{ id: 'run', flow: 'guide', at: noon }],
        origin: null,
      });
      expect(await store.readDesk('nobody')).toBeNull();
    });

    it('knows what brought them last, though they have written since', async () => {
      const comment = { commentId: 'c', postId: 'p', text: 'guide!', parentId: null, isLive: false } as const;
      const posted = tells({ kind: 'commentPosted', ...comment, ...at(noon) });
      const { conversationId } = await applyOne(store, posted, nothing);
      await applyOne(store, writes('thanks', { at: noon + minute }), hears);

      expect(await store.readDesk(conversationId)).toMatchObject({
        origin: { at: noon, event: { kind: 'commentPosted', postId: 'p', text: 'guide!' } },
      });
    });

    it('still knows the way in when its event is pruned', async () => {
      const message = {
        id: 'm',
        from: 'contact',
        text: 'guide!',
        platformMessageId: 'c',
        via: 'comment',
      } as const;
      const decide = doing({ kind: 'recordMessage', message: { ...message, ...at(noon) } });
      const { conversationId } = await applyOne(store, writes('x'), decide);
      await store.prune(noon + minute);

      expect(await store.readDesk(conversationId)).toMatchObject({
        origin: { via: 'comment', text: 'guide!', event: null },
      });
    });
  });

  describe('the version of a story', () => {
    it('moves with what the contact and colleagues say, and with notes', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), hears);
      const versions = [await store.readVersion(conversationId, kim)];
      const reply = { kind: 'personReplied', person: 'Lee', text: 'answer', ...at(noon) } as const;
      await applyOne(store, happens(conversationId, reply), answers('Lee'));
      versions.push(await store.readVersion(conversationId, kim));
      const note = { id: 'n', author: lee.name, authorId: lee.id, text: 'careful', mentions: [], at: noon };
      await applyOne(store, writes('x'), doing({ kind: 'addNote', note }));
      versions.push(await store.readVersion(conversationId, kim));
      await applyOne(store, writes('hello?'), hears);
      versions.push(await store.readVersion(conversationId, kim));

      expect(new Set(versions.map(({ message, note: written }) => `${message} ${written}`)).size).toBe(4);
      expect(await store.readVersion('nobody', kim)).toEqual({ message: 0, note: 0 });
    });

    it('tells namesakes apart by their ids, and knows whoever has another name by now', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), hears);
      const before = await store.readVersion(conversationId, kim);
      const reply = { kind: 'personReplied', person: 'Kim', text: 'answer', ...at(noon) } as const;
      await applyOne(store, happens(conversationId, reply), answers('Kim Old', kim.id));
      expect(await store.readVersion(conversationId, kim)).toEqual(before);

      await applyOne(store, happens(conversationId, reply), answers('Kim', 'u3'));
      expect(await store.readVersion(conversationId, kim)).not.toEqual(before);
    });

    it('stays with what the asker says, and with what the bot says', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), hears);
      const before = await store.readVersion(conversationId, kim);
      const reply = { kind: 'personReplied', person: 'Kim', text: 'answer', ...at(noon) } as const;
      await applyOne(store, happens(conversationId, reply), answers('Kim'));
      const note = { id: 'n', author: kim.name, authorId: kim.id, text: 'mine', mentions: [], at: noon };
      await applyOne(store, writes('x'), doing({ kind: 'addNote', note }));
      await applyOne(store, writes('x'), (conversation, event) =>
        decision(conversation, [{ kind: 'sendMessage', message: botMessage(event, 'bot') }]),
      );

      expect(await store.readVersion(conversationId, kim)).toEqual(before);
      expect(await store.readVersion(conversationId, lee)).not.toEqual(before);
    });
  });
}
