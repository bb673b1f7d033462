import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  botMessage,
  claimMessage,
  decision,
  happens,
  noon,
  openGate,
  outgoingStates,
  parrot,
  say,
  sendAll,
  writes,
  type OpenStore,
} from './world.js';

/** What waits to go out, and what no longer does (P4, P5). */
export function describeQueue(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const queueTwo = async (options: Parameters<typeof writes>[1] = {}) => {
    const [applied] = await store.apply([writes('one', options), writes('two', options)], parrot);
    return applied!.conversationId;
  };
  const claim = (id: string, now = noon) => store.claim(id, now, openGate);

  describe('an answer in public', () => {
    const answered: Decide = (conversation, event) =>
      decision(conversation, [
        say(event, 'in private'),
        {
          kind: 'replyPublicly',
          commentId: 'c1',
          message: botMessage(event, 'for everybody', {
            id: `${event.id}.public`,
            body: { text: 'for everybody', isPublic: true },
            basis: { kind: 'public_reply', commentId: 'c1' },
          }),
        },
      ]);

    it('waits its turn like a message, and is told apart from one', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), answered);
      const story = (await store.readStory(conversationId)).filter(({ direction }) => direction === 'out');

      expect(story.map(({ body, state }) => [body.text, body.isPublic === true, state])).toEqual([
        ['in private', false, 'queued'],
        ['for everybody', true, 'queued'],
      ]);
      expect(story[1]?.basis).toEqual({ kind: 'public_reply', commentId: 'c1' });
      expect(await sendAll(store, conversationId)).toEqual(['in private', 'for everybody']);
    });

    it('is taken back with the others when a person takes over', async () => {
      const { conversationId } = await applyOne(store, writes('hi'), answered);
      await applyOne(
        store,
        happens(conversationId, { kind: 'personTookOver', person: 'kim', ...at(noon) }),
        (conversation) =>
          decision(conversation, [{ kind: 'cancelMessages', of: 'bot', refusal: 'owner_changed' }]),
      );
      expect(await outgoingStates(store, conversationId)).toEqual(['cancelled', 'cancelled']);
    });
  });

  describe('cancelling', () => {
    const takeOver = (id: string, of: 'bot' | 'everyone', then: readonly string[] = []) =>
      applyOne(
        store,
        happens(id, { kind: 'personTookOver', person: 'kim', ...at(noon) }),
        (conversation, event) =>
          decision(conversation, [
            { kind: 'cancelMessages', of, refusal: 'owner_changed' },
            ...then.map((text) => say(event, text)),
          ]),
      );

    it('takes back what the bot has queued, but neither what is on the wire nor what is said after it', async () => {
      const id = await queueTwo();
      await applyOne(store, writes('three'));
      await claimMessage(store, id);
      await takeOver(id, 'bot', ['someone is here']);

      expect(await outgoingStates(store, id)).toEqual(['sending', 'cancelled', 'cancelled', 'queued']);
      expect((await store.readStory(id))[3]).toMatchObject({ state: 'cancelled', refusal: 'owner_changed' });
    });

    it('spares people and the confirmation of STOP when the bot falls silent', async () => {
      const decide: Decide = (conversation, event) =>
        decision(conversation, [
          say(event, 'flow'),
          say(event, 'system', { speaker: { kind: 'system', rule: 'hint' } }),
          say(event, 'person', { speaker: { kind: 'person', name: 'kim' }, basis: { kind: 'person' } }),
          say(event, 'stopped', {
            speaker: { kind: 'system', rule: 'stop' },
            basis: { kind: 'confirmation', of: 'stop' },
          }),
          say(event, 'help', {
            speaker: { kind: 'system', rule: 'help' },
            basis: { kind: 'confirmation', of: 'help' },
          }),
        ]);
      const { conversationId } = await applyOne(store, writes('hi'), decide);
      await takeOver(conversationId, 'bot');

      expect(await outgoingStates(store, conversationId)).toEqual([
        'cancelled',
        'cancelled',
        'queued',
        'queued',
        'cancelled',
      ]);
      await takeOver(conversationId, 'everyone');
      expect((await outgoingStates(store, conversationId)).slice(2, 4)).toEqual(['cancelled', 'cancelled']);
    });

    it('leaves other conversations alone', async () => {
      const [ada, grace] = [await queueTwo(), await queueTwo({ contact: 'grace' })];
      await takeOver(ada, 'everyone');

      expect(await outgoingStates(store, grace)).toEqual(['queued', 'queued']);
    });
  });

  describe('a message that may not be sent', () => {
    it('is in the story with its reason, and is never claimed', async () => {
      const decide: Decide = (conversation, event) =>
        decision(conversation, [say(event, 'no', { state: 'not_sent', refusal: 'window_closed' })]);
      const { conversationId } = await applyOne(store, writes('hi'), decide);

      expect(await claim(conversationId)).toEqual({ kind: 'idle' });
      expect(await store.readStory(conversationId)).toMatchObject([
        { state: 'not_sent', refusal: 'window_closed' },
      ]);
    });
  });

  describe('conversations with something to send', () => {
    it('are listed page by page, each once', async () => {
      const contacts = ['a', 'b', 'c', 'd', 'e'];
      const ids = await Promise.all(contacts.map((contact) => queueTwo({ contact })));
      await sendAll(store, ids[2]!);
      const found: string[] = [];
      let page = await store.dueConversations(2, null);
      while (page.length > 0) {
        found.push(...page);
        page = await store.dueConversations(2, page.at(-1)!);
      }

      expect(found).toHaveLength(4);
      expect(new Set(found)).toEqual(new Set(ids.filter((id) => id !== ids[2])));
    });
  });
}
