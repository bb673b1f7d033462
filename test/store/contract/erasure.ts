import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import { consenting, entryFor } from './consent.js';
import {
  applyOne,
  claimMessage,
  decision,
  noon,
  parrot,
  say,
  sendAll,
  writes,
  type OpenStore,
} from './world.js';

/** Leaves something in every table. */
export const everywhere: Decide = (conversation, event) => {
  if (event.kind !== 'messageReceived') return decision(conversation);
  const { effects } = parrot(conversation, event);
  const link = { label: 'Get it', code: `code-${event.text}`, target: `https://example.com/${event.text}` };
  const handoff = {
    id: `${event.id}.handoff`,
    team: 'sales',
    reason: 'flow',
    note: event.text,
    openedAt: noon,
  } as const;
  const mentions = [{ id: 'kim', name: event.text }];
  const note = { id: `${event.id}.note`, authorId: 'kim', mentions, at: noon };
  const outcome = {
    id: `${event.id}.outcome`,
    name: 'delivered',
    at: noon,
    runId: 'run',
    value: 5,
    currency: 'EUR',
  };
  const consented = consenting(conversation, { ...event, text: 'yes' });
  const contact = {
    ...consented.conversation.contact,
    profile: { firstName: event.text, name: event.text },
    tags: [event.text],
    fields: { name: event.text },
  };
  const requestId = `${event.id}.profile`;
  return decision(
    { ...consented.conversation, contact, awaiting: { requestId, kind: 'profile', since: noon } },
    [
      ...effects,
      say(event, event.text, { id: `${event.id}.2`, body: { text: event.text, link } }),
      { kind: 'scheduleTimer', timer: { id: `${event.id}.timer`, dueAt: noon } },
      { kind: 'recordConsent', entry: entryFor(event, { change: 'granted' }) },
      { kind: 'openHandoff', handoff: { ...handoff, firstReplyDueAt: null, resolveDueAt: null } },
      { kind: 'addNote', note: { ...note, text: event.text, author: event.text } },
      { kind: 'recordOutcome', outcome: { ...outcome, source: { kind: 'person', name: event.text } } },
      { kind: 'fetchProfile', requestId, timesOutAt: noon },
    ],
  );
};

/** The right to be forgotten, and to have it all (P11). */
export function describeErasure(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const meet = async (contact: string, ...texts: readonly string[]) => {
    await store.apply(
      texts.map((text, place) => writes(text, { contact, at: noon + place })),
      consenting,
    );
    return (await store.readContact(`studio_ig/${contact}`))!;
  };

  describe('an export', () => {
    it('has everything', async () => {
      await applyOne(store, writes('canary'), everywhere);
      const contact = (await store.readContact('studio_ig/ada'))!;
      await store.followLink('code-canary', noon + 1);

      expect(await store.exportContact(contact.id)).toMatchObject({
        contact: { ...contact, platformIds: ['ada'], createdAt: noon },
        story: [
          { direction: 'in' },
          { direction: 'out' },
          { direction: 'out', body: { link: { label: 'Get it' } } },
        ],
        events: [{ kind: 'messageReceived' }],
        consent: { topics: { weekly_tips: { state: 'granted' } } },
        ledger: [{ entry: { words: 'canary' } }],
        handoffs: [{ note: 'canary', team: 'sales', contactName: 'canary' }],
        notes: [{ author: 'canary', text: 'canary', at: noon }],
        outcomes: [
          { name: 'delivered', source: { kind: 'person', name: 'canary' }, value: 5, currency: 'EUR' },
        ],
        clicks: [{ code: 'code-canary', target: 'https://example.com/canary', at: noon + 1 }],
      });
      expect(await store.exportContact('nobody')).toBeNull();
    });
  });

  describe('erasing', () => {
    it('leaves nothing to be read, and the chain without its words', async () => {
      const { conversationId } = await applyOne(store, writes('canary'), everywhere);
      const { id } = (await store.readContact('studio_ig/ada'))!;
      await store.followLink('code-canary', noon);
      const report = await store.erase(id, noon);
      const page = { after: null, limit: 10 };

      expect(report).toEqual({ contactId: id, messages: 3, ledgerEntries: 1, suppressed: false });
      expect(await store.readConversation(conversationId)).toBeNull();
      expect(await store.findConversation('studio_ig', 'ada')).toBeNull();
      expect(await store.readContact(id)).toBeNull();
      expect(await store.exportContact(id)).toBeNull();
      expect(await store.readStory(conversationId)).toEqual([]);
      expect(await store.readTrace(conversationId)).toEqual([]);
      expect((await store.listContacts({}, page)).items).toEqual([]);
      expect((await store.listHandoffs({}, page)).items).toEqual([]);
      expect((await store.listOutcomes({}, page)).items).toEqual([]);
      expect(await store.dueTimers(noon, 10)).toEqual([]);
      expect(await store.openRequests()).toEqual([]);
      expect(await store.dueConversations(10, null)).toEqual([]);
      expect(await store.followLink('code-canary', noon)).toBeNull();
      expect(await store.readLedger(id)).toMatchObject([
        { erased: true, entry: { change: 'granted', words: '', platformMessageId: null } },
      ]);
      expect(await store.verifyLedger()).toEqual({ chains: 1, entries: 1, problems: [] });
    });

    it('touches nobody else', async () => {
      await applyOne(store, writes('canary', { contact: 'grace' }), everywhere);
      const grace = (await store.readContact('studio_ig/grace'))!;
      const before = await store.exportContact(grace.id);
      const { id } = await meet('ada', 'yes', 'hello');
      await store.erase(id, noon);

      expect(await store.exportContact(grace.id)).toEqual(before);
    });

    it('has nothing to do for someone who is not there', async () => {
      const { id } = await meet('ada', 'hello');
      await store.erase(id, noon);

      expect(await store.erase(id, noon)).toBeNull();
      expect(await store.erase('nobody', noon)).toBeNull();
    });

    it('makes nobody new of an old event that is delivered again', async () => {
      await applyOne(store, writes('hello', { key: 'k' }));
      const { id } = (await store.readContact('studio_ig/ada'))!;
      await store.erase(id, noon);

      expect(await applyOne(store, writes('hello', { key: 'k' }))).toMatchObject({ result: 'duplicate' });
      expect(await store.readContact('studio_ig/ada')).toBeNull();
    });

    it('ends a send that is under way without a word about it', async () => {
      const { conversationId } = await applyOne(store, writes('hello'));
      const message = await claimMessage(store, conversationId);
      await store.erase((await store.readContact('studio_ig/ada'))!.id, noon);
      const failed = { kind: 'failed', failure: 'invalid', explanation: 'no' } as const;

      expect(await store.record(message, failed, noon, parrot)).toBeNull();
      expect(await sendAll(store, conversationId)).toEqual([]);
    });

    it('serves several at once', async () => {
      const contacts = await Promise.all(['a', 'b', 'c'].map((contact) => meet(contact, 'hello')));
      const reports = await Promise.all(contacts.map(({ id }) => store.erase(id, noon)));

      expect(reports.map((report) => report?.contactId)).toEqual(contacts.map(({ id }) => id));
    });
  });

  describe('someone erased after STOP', () => {
    it('is stopped when they come back, and the new chain says so', async () => {
      const { id } = await meet('ada', 'stop');
      const report = await store.erase(id, noon);
      const back = await meet('ada', 'hello');

      expect(report).toMatchObject({ suppressed: true });
      expect(back.id).not.toBe(id);
      expect(back.conversation.consent.stopped).toEqual({ occurredAt: noon, receivedAt: noon });
      expect(await store.readLedger(back.id)).toMatchObject([
        { sequence: 1, entry: { change: 'withdrawn', purpose: 'all', occurredAt: noon, words: '' } },
      ]);
      expect(await store.verifyLedger()).toMatchObject({ chains: 2, problems: [] });
    });

    it('is not stopped elsewhere', async () => {
      const { id } = await meet('ada', 'stop');
      await store.erase(id, noon);
      await store.apply(
        [writes('hi', { account: 'studio_page' }), writes('hi', { contact: 'grace' })],
        consenting,
      );

      expect((await store.findConversation('studio_page', 'ada'))?.consent.stopped).toBeNull();
      expect((await store.findConversation('studio_ig', 'grace'))?.consent.stopped).toBeNull();
    });

    it('is no longer stopped when they had taken it back before they were erased again', async () => {
      const first = await meet('ada', 'stop');
      await store.erase(first.id, noon);
      const second = await meet('ada', 'hello', 'start');
      const report = await store.erase(second.id, noon);
      const third = await meet('ada', 'hello');

      expect(report).toMatchObject({ suppressed: false });
      expect(third.conversation.consent.stopped).toBeNull();
    });
  });
}
