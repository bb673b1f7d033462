import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, FrameContext } from '../../../src/core/conversation.js';
import type { Effect } from '../../../src/core/effect.js';
import type { Event } from '../../../src/core/event.js';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  botMessage,
  decision,
  noon,
  parrot,
  sendAll,
  tells,
  writes,
  type OpenStore,
} from './world.js';

const page = { after: null, limit: 10 };

function withRun(conversation: Conversation, ...contexts: readonly Partial<FrameContext>[]): Conversation {
  const frames = contexts.map((context) => ({
    flow: 'health',
    version: 'v1',
    step: 'illness',
    context: { answers: {}, visits: {}, misses: 0, ...context },
  }));
  return { ...conversation, run: { id: 'run', startedAt: noon, frames, outcomes: [] } };
}

function heard(event: Extract<Event, { kind: 'messageReceived' }>): Effect {
  const { id, text, platformMessageId, occurredAt, receivedAt } = event;
  const message = {
    id: `${id}.in`,
    from: 'contact',
    text,
    platformMessageId,
    occurredAt,
    receivedAt,
  } as const;
  return { kind: 'recordMessage', message: { ...message, via: 'text', isSensitive: true } };
}

/** Keeps what is said in confidence wherever it can be kept, and waits for the answer to a look-up with it. */
export const confiding: Decide = (conversation, event) => {
  if (event.kind !== 'messageReceived') return decision(conversation);
  const { text } = event;
  const told = withRun(
    conversation,
    { answers: { name: 'Ada', illness: text }, sensitive: ['illness'] },
    { picked: [text], breath: { text, timerId: 't' }, isGatheredSensitive: true },
  );
  const contact = { ...told.contact, fields: { size: '3', illness: text }, sensitiveFields: ['illness'] };
  const requestId = `${event.id}.lookup`;
  const awaiting = { requestId, kind: 'lookup', since: noon, isSensitive: true } as const;
  const promises = { firstReplyDueAt: null, resolveDueAt: null, openedAt: noon };
  const handoff = {
    id: `${event.id}.h`,
    team: null,
    reason: 'flow',
    note: `Has ${text}`,
    ...promises,
  } as const;
  const inputs = { of: text };
  const effects: readonly Effect[] = [
    heard(event),
    { kind: 'sendMessage', message: botMessage(event, `So it is ${text}`, { isSensitive: true }) },
    { kind: 'openHandoff', handoff: { ...handoff, reference: text, isSensitive: true } },
    { kind: 'lookUp', requestId, timesOutAt: noon, lookup: 'doctors', inputs, isSensitive: true },
  ];
  return { ...decision({ ...told, contact, awaiting }, effects), isSensitive: true };
};

/** Decides nothing, and tells what it was given to decide upon. */
export function looking(): {
  readonly seen: Conversation[];
  readonly events: Event[];
  readonly decide: Decide;
} {
  const [seen, events]: [Conversation[], Event[]] = [[], []];
  const decide: Decide = (conversation, event) => {
    seen.push(conversation);
    events.push(event);
    return decision(conversation);
  };
  return { seen, events, decide };
}

/** What is said in confidence (P11). */
export function describeConfidence(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('what was said in confidence', () => {
    it('is there for decisions, and for nobody who looks', async () => {
      const { conversationId } = await applyOne(store, writes('migraine'), confiding);
      const look = looking();
      await applyOne(
        store,
        tells({ kind: 'messagesRead', ...at(noon), platformMessageIds: [], upTo: null }),
        look.decide,
      );
      const contact = (await store.readContact('studio_ig/ada'))!;
      const shown = JSON.stringify([
        contact,
        await store.readConversation(conversationId),
        await store.findConversation('studio_ig', 'ada'),
        await store.readStory(conversationId),
        await store.readTrace(conversationId),
        await store.listContacts({}, page),
      ]);

      expect(look.seen).toMatchObject([
        {
          run: {
            frames: [
              { context: { answers: { name: 'Ada', illness: 'migraine' } } },
              { context: { picked: ['migraine'], breath: { text: 'migraine' } } },
            ],
          },
          contact: { fields: { size: '3', illness: 'migraine' } },
        },
      ]);
      expect(shown).not.toContain('migraine');
      expect(contact.conversation.run?.frames[0]?.context.answers).toEqual({
        name: 'Ada',
        illness: '(sensitive)',
      });
      expect((await store.readStory(conversationId)).map(({ body }) => body.text)).toEqual([
        '(sensitive)',
        '(sensitive)',
      ]);
    });

    it('reaches whom it is for: the agent, the look-up, the contact', async () => {
      const { conversationId } = await applyOne(store, writes('migraine'), confiding);
      const { id } = (await store.readContact('studio_ig/ada'))!;

      expect((await store.listHandoffs({}, page)).items).toMatchObject([
        { note: 'Has migraine', reference: 'migraine' },
      ]);
      expect(await store.openRequests()).toMatchObject([{ kind: 'lookUp', inputs: { of: 'migraine' } }]);
      expect(await sendAll(store, conversationId)).toEqual(['So it is migraine']);
      expect(await store.exportContact(id)).toMatchObject({
        contact: { conversation: { contact: { fields: { illness: 'migraine' } } } },
        story: [{ body: { text: 'migraine' } }, { body: { text: 'So it is migraine' } }],
        handoffs: [{ note: 'Has migraine' }],
      });
    });

    it('is read whole when it had to wait', async () => {
      await applyOne(store, writes('hello'), (conversation) =>
        decision({ ...conversation, awaiting: { requestId: 'r', kind: 'profile', since: noon } }),
      );
      await applyOne(store, writes('migraine'), (conversation) => ({
        ...decision(conversation),
        disposition: 'deferred',
        isSensitive: true,
      }));
      const look = looking();
      const free: Decide = (conversation, event) =>
        event.kind === 'profileFetched'
          ? decision({ ...conversation, awaiting: null })
          : look.decide(conversation, event);
      const answer = { kind: 'profileFetched', requestId: 'r', firstName: null, name: null } as const;
      await applyOne(store, tells({ ...answer, ...at(noon) }), free);

      expect(look.events).toMatchObject([{ kind: 'messageReceived', text: 'migraine' }]);
    });

    it('is known as ours when it comes back as an echo', async () => {
      const { conversationId } = await applyOne(store, writes('migraine'), confiding);
      await store.claim(conversationId, noon, { maySend: () => null, takeSlot: () => null });
      const look = looking();
      const echo = {
        kind: 'messageEchoed',
        ...at(noon),
        platformMessageId: 'theirs',
        text: 'So it is migraine',
        appId: null,
        metadata: null,
        ownMessageId: null,
      } as const;
      await applyOne(store, tells(echo), look.decide);

      expect(look.events).toMatchObject([{ ownMessageId: expect.stringMatching(/\.1$/u) }]);
    });

    it('is forgotten with the message that said it', async () => {
      const { conversationId } = await applyOne(store, writes('migraine', { key: 'm' }), confiding);
      const { id } = (await store.readContact('studio_ig/ada'))!;
      await applyOne(
        store,
        tells({ kind: 'messageUnsent', ...at(noon), platformMessageId: 'mid.m' }),
        (conversation) => decision(conversation, [{ kind: 'forgetMessage', platformMessageId: 'mid.m' }]),
      );

      expect(await store.readStory(conversationId)).toMatchObject([{ body: { text: '' } }, {}]);
      expect((await store.exportContact(id))?.story).toMatchObject([{ body: { text: '' } }, {}]);
    });

    it('comes back as it was saved, whatever it was', async () => {
      const name = fc.constantFrom('a', 'b', 'constructor', 'to_string');
      const answers = fc.dictionary(name, fc.string(), { noNullPrototype: true });
      const context = fc.record({
        answers,
        sensitive: fc.uniqueArray(name),
        picked: fc.array(fc.string()),
        breath: fc.record({ text: fc.string(), timerId: fc.constant('t') }),
        isGatheredSensitive: fc.boolean(),
      });
      let contact = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(context, { maxLength: 3 }),
          answers,
          fc.uniqueArray(name),
          async (all, fields, sensitiveFields) => {
            contact += 1;
            const whose = { contact: `c${String(contact)}` };
            let saved: Conversation | null = null;
            await applyOne(store, writes('hello', whose), (conversation) => {
              saved = withRun(
                { ...conversation, contact: { ...conversation.contact, fields, sensitiveFields } },
                ...all,
              );
              return decision(saved);
            });
            const look = looking();
            await applyOne(store, writes('again', whose), look.decide);

            expect(look.seen).toEqual([saved]);
          },
        ),
        { numRuns: 60 },
      );
    });

    it('costs nobody a key who has said nothing in confidence', async () => {
      const { conversationId } = await applyOne(store, writes('hello'), parrot);

      expect(await store.readStory(conversationId)).toMatchObject([
        { body: { text: 'hello' } },
        { body: { text: 'hello' } },
      ]);
    });
  });
}
