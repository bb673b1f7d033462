import { beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/core/event.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, at, decision, doing, noon, parrot, tells, writes, type OpenStore } from './world.js';

/** Words that somebody took back: a message that was unsent, a comment that was deleted. */
export function describeTakenBack(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('a message that is taken back', () => {
    it('has lost its words also for a decision that still waits', async () => {
      const waiting: Decide = (conversation, event) => {
        const awaiting = { requestId: 'r', kind: 'profile', since: noon } as const;
        if (event.kind === 'profileFetched') return decision({ ...conversation, awaiting: null });
        if (event.kind === 'messageUnsent') {
          const { platformMessageId } = event;
          return decision(conversation, [{ kind: 'forgetMessage', platformMessageId }]);
        }
        if (conversation.awaiting === null && event.kind === 'messageReceived' && event.text !== 'first') {
          return parrot(conversation, event);
        }
        return { ...decision({ ...conversation, awaiting }), disposition: 'deferred' };
      };
      const fetched = {
        kind: 'profileFetched',
        requestId: 'r',
        firstName: null,
        name: null,
        ...at(noon),
      } as const;
      await applyOne(store, writes('first', { key: 'k' }), waiting);
      const unsent = tells({ kind: 'messageUnsent', platformMessageId: 'mid.k', ...at(noon) });
      const { conversationId } = await applyOne(store, unsent, waiting);
      await applyOne(store, tells(fetched), waiting);

      expect((await store.readStory(conversationId)).map(({ body }) => body.text)).toEqual(['', '']);
    });

    it('has lost its words whatever told of them: an echo, a look from aside, a comment and its edits', async () => {
      const decided: Event[] = [];
      const waiting: Decide = (conversation, event) => {
        const awaiting = { requestId: 'r', kind: 'profile', since: noon } as const;
        if (event.kind === 'profileFetched') {
          decided.push(event);
          return decision({ ...conversation, awaiting: null });
        }
        if (event.kind === 'messageUnsent') {
          const { platformMessageId } = event;
          return decision(conversation, [{ kind: 'forgetMessage', platformMessageId }]);
        }
        if (decided.length === 0)
          return { ...decision({ ...conversation, awaiting }), disposition: 'deferred' };
        decided.push(event);
        return decision(conversation);
      };
      const [platformMessageId, text] = ['gone', 'a secret'];
      const comment = { commentId: 'gone', postId: null, text, isLive: false, parentId: null } as const;
      const press = { kind: 'postbackReceived', title: text, payload: text, referral: null } as const;
      const aside = { kind: 'standbyObserved', platformMessageId, text, byContact: true } as const;
      const echo = { kind: 'messageEchoed', text, appId: null, metadata: null, ownMessageId: null } as const;
      const all = [
        tells({ ...press, platformMessageId, ...at(noon) }),
        tells({ ...aside, ...at(noon) }),
        tells({ kind: 'commentPosted', ...comment, ...at(noon) }),
        tells({ kind: 'commentChanged', commentId: 'gone', change: 'edited', text, ...at(noon) }),
        tells({ ...echo, platformMessageId, ...at(noon) }),
      ];
      await store.apply(all, waiting);
      await applyOne(store, tells({ kind: 'messageUnsent', platformMessageId, ...at(noon) }), waiting);
      const fetched = { kind: 'profileFetched', requestId: 'r', firstName: null, name: null } as const;
      await applyOne(store, tells({ ...fetched, ...at(noon) }), waiting);

      expect(decided).toHaveLength(1 + all.length);
      expect(JSON.stringify(decided)).not.toContain('secret');
    });

    it('has no words in what is kept of it where it comes only afterwards', async () => {
      const remembers: Decide = (conversation, event) =>
        event.kind === 'messageUnsent'
          ? decision({ ...conversation, takenBack: [event.platformMessageId] })
          : decision(conversation);
      const { conversationId } = await applyOne(store, writes('first'), remembers);
      await applyOne(
        store,
        tells({ kind: 'messageUnsent', platformMessageId: 'mid.late', ...at(noon) }),
        remembers,
      );
      await applyOne(store, writes('a secret', { key: 'late' }), remembers);

      const { contact } = (await store.readConversation(conversationId))!;
      expect(JSON.stringify(await store.exportContact(contact.id))).not.toContain('a secret');
    });

    it('loses its words everywhere, but stays in the story', async () => {
      const { conversationId } = await applyOne(
        store,
        writes('my secret', { key: 'k' }),
        (conversation, event) => {
          const { effects } = parrot(conversation, event);
          return decision(conversation, effects.slice(0, 1));
        },
      );
      await applyOne(store, writes('kept'));
      await applyOne(store, writes('report'), doing({ kind: 'forgetMessage', platformMessageId: 'mid.k' }));
      const story = await store.readStory(conversationId);

      expect(story.map(({ body }) => body.text)).toEqual(['', 'kept', 'kept']);
      expect(
        JSON.stringify(await store.exportContact((await store.readContact('studio_ig/ada'))!.id)),
      ).not.toContain('secret');
    });
  });
}
