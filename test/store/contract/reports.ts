import { beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../../src/core/effect.js';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  claimMessage,
  decision,
  doing,
  noon,
  nothing,
  outgoingStates,
  parrot,
  second,
  sendAll,
  tells,
  say,
  writes,
  type OpenStore,
} from './world.js';

/** What platforms report of messages, in any order (P7). */
export function describeReports(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const queue = async (...texts: readonly string[]) => {
    const [applied] = await store.apply(
      texts.map((text) => writes(text)),
      parrot,
    );
    return applied!.conversationId;
  };
  const sent = { kind: 'sent', platformMessageId: 'mid.1' } as const;
  const unknown = { kind: 'unknown', explanation: 'No answer came.' } as const;
  const report = (effect: Effect) => applyOne(store, writes('report'), doing(effect));

  const echo = (text: string, metadata: string | null, platformMessageId = 'mid.echo') =>
    tells({
      kind: 'messageEchoed',
      platformMessageId,
      text,
      appId: null,
      metadata,
      ownMessageId: null,
      ...at(noon),
    });

  describe('an echo', () => {
    const own: unknown[] = [];
    const settling: Decide = (conversation, event) => {
      if (event.kind !== 'messageEchoed') return decision(conversation);
      own.push(event.ownMessageId);
      const { ownMessageId: messageId, platformMessageId } = event;
      return decision(
        conversation,
        messageId === null ? [] : [{ kind: 'settleMessage', messageId, platformMessageId }],
      );
    };
    beforeEach(() => void own.splice(0));

    it('is ours by the id in its metadata, and settles what we were unsure of', async () => {
      const id = await queue('one', 'one');
      const message = await claimMessage(store, id);
      await store.record(message, unknown, noon, nothing);
      await applyOne(store, echo('other words', message.id), settling);

      expect(own).toEqual([message.id]);
      expect((await store.readStory(id))[1]).toMatchObject({
        state: 'sent',
        platformMessageId: 'mid.echo',
        explanation: null,
      });
    });

    it('is ours by the platform’s id', async () => {
      const id = await queue('one');
      const message = await claimMessage(store, id);
      await store.record(message, sent, noon, nothing);
      await applyOne(store, echo('one', null, 'mid.1'), settling);

      expect(own).toEqual([message.id]);
    });

    it('is the newest of ours on the wire with the same words, where nothing else tells', async () => {
      const id = await queue('hi', 'hi', 'hi');
      await store.record(await claimMessage(store, id), unknown, noon, nothing);
      const second = await claimMessage(store, id, noon + 60_000);
      await applyOne(store, echo('hi', null), settling);

      expect(own).toEqual([second.id]);
      expect(await outgoingStates(store, id)).toEqual(['unknown', 'sent', 'queued']);
    });

    it.each([
      ['Here it is', 'Here it is\nGet it: https://dm.example/l/c0de', true],
      ['Here it is', 'Here it is', true],
      ['', 'Get it: https://dm.example/l/c0de', true],
      ['Here it is', 'Get it: https://dm.example/l/c0de', false],
      ['Here it is', 'Here it is\nGet it: https://dm.example/l/c0de And how are you?', false],
      ['Here it is', 'Here it is\nGet it: soon', false],
    ])('is known by its words where a link is said in them: %j as %j', async (text, echoed, isOurs) => {
      const link = { label: 'Get it', code: 'c0de', target: 'https://example.com/guide' };
      const withLink: Decide = (conversation, event) =>
        decision(conversation, [say(event, text, { body: { text, link } })]);
      const { conversationId } = await applyOne(store, writes('guide'), withLink);
      const message = await claimMessage(store, conversationId);
      await applyOne(store, echo(echoed, null), settling);

      expect(own).toEqual([isOurs ? message.id : null]);
    });

    it('is a stranger’s when we have nothing like it on the wire', async () => {
      const id = await queue('hi', 'queued');
      await store.record(await claimMessage(store, id), sent, noon, nothing);
      const other = await applyOne(store, writes('elsewhere', { contact: 'grace' }));
      await claimMessage(store, other.conversationId);
      const unknownTo = (reference: string) => echo('elsewhere', reference);
      await store.apply(
        [echo('hi', null), echo('queued', null), unknownTo(`${'0'.repeat(32)}.1`), unknownTo('theirs.1')],
        settling,
      );

      expect(own).toEqual([null, null, null, null]);
      expect(await outgoingStates(store, id)).toEqual(['sent', 'queued']);
    });

    it('is ours also where it comes back under another name of the contact', async () => {
      const commenter = await applyOne(store, writes('in private', { contact: 'comment:1' }));
      const message = await claimMessage(store, commenter.conversationId);
      const { conversationId: id } = await applyOne(store, echo('in private', message.id), settling);

      expect(id).not.toBe(commenter.conversationId);
      expect(own).toEqual([message.id]);
      expect(await outgoingStates(store, id)).toEqual([]);
      expect(await outgoingStates(store, commenter.conversationId)).toEqual(['sending']);
    });

    it('that is quicker than the answer to the send is not undone by it', async () => {
      const id = await queue('one');
      const message = await claimMessage(store, id);
      await applyOne(store, echo('one', message.id), settling);
      await store.record(message, { kind: 'retry', at: noon, explanation: 'reset' }, noon, nothing);
      const failed = { kind: 'failed', failure: 'invalid', explanation: 'no' } as const;

      expect(await store.record(message, failed, noon, nothing)).toBeNull();
      await store.record(message, unknown, noon, nothing);
      expect(await outgoingStates(store, id)).toEqual(['sent']);
    });

    it('proves that a send arrived which was to be repeated', async () => {
      const id = await queue('one');
      const message = await claimMessage(store, id);
      await store.record(message, { kind: 'retry', at: noon, explanation: 'reset' }, noon, nothing);
      await applyOne(store, echo('one', message.id), settling);

      expect(await outgoingStates(store, id)).toEqual(['sent']);
      expect(await sendAll(store, id)).toEqual([]);
    });

    it('cannot settle what was never tried', async () => {
      const id = await queue('one');
      const [, line] = await store.readStory(id);
      await report({ kind: 'settleMessage', messageId: line!.id, platformMessageId: 'mid.x' });

      expect(await outgoingStates(store, id)).toEqual(['queued']);
    });
  });

  describe('a report about a send', () => {
    const own: unknown[] = [];
    const noting: Decide = (conversation, event) => {
      if (event.kind === 'sendReported') own.push(event.ownMessageId);
      return decision(conversation);
    };
    const reported = (reference: string | null, platformMessageId: string) =>
      tells({
        kind: 'sendReported',
        platformMessageId,
        reference,
        ownMessageId: null,
        report: { kind: 'accepted' },
        ...at(noon),
      });
    beforeEach(() => void own.splice(0));

    it('is about the message that we named it by, or that the platform names', async () => {
      const id = await queue('one', 'two');
      const first = await claimMessage(store, id);
      await store.record(first, sent, noon, nothing);
      const second = await claimMessage(store, id);
      await store.record(second, unknown, noon, nothing);
      await store.apply([reported(null, 'mid.1'), reported(second.id, 'mid.new')], noting);

      expect(own).toEqual([first.id, second.id]);
    });

    it('is never taken to be about a message that only looks like it', async () => {
      const { conversationId } = await applyOne(store, writes(''), parrot);
      await claimMessage(store, conversationId);
      await store.apply([reported(null, 'mid.x'), reported('nothing of ours', 'mid.y')], noting);

      expect(own).toEqual([null, null]);
    });
  });

  describe('receipts', () => {
    const advance = (
      to: 'delivered' | 'read',
      platformMessageIds: readonly string[],
      upTo: number | null = null,
    ) => report({ kind: 'advanceMessages', to, platformMessageIds, upTo });

    it('advance what they name, and never go back', async () => {
      const id = await queue('one', 'two');
      await sendAll(store, id);
      const [first] = (await store.readStory(id)).flatMap((line) =>
        line.state ? [line.platformMessageId!] : [],
      );
      await advance('read', [first!]);
      await advance('delivered', [first!]);

      expect(await outgoingStates(store, id)).toEqual(['read', 'sent']);
    });

    it('are not undone by the late answer to the send', async () => {
      const id = await queue('one');
      const message = await claimMessage(store, id);
      await report({ kind: 'settleMessage', messageId: message.id, platformMessageId: 'mid.1' });
      await advance('delivered', ['mid.1']);
      await store.record(message, sent, noon, nothing);

      expect(await outgoingStates(store, id)).toEqual(['delivered']);
    });

    it('advance everything begun up to their moment that we know to be sent', async () => {
      const id = await queue('one', 'two', 'three', 'four');
      await store.record(await claimMessage(store, id, noon), unknown, noon, nothing);
      const now = noon + 60 * second;
      await store.record(
        await claimMessage(store, id, now),
        { kind: 'sent', platformMessageId: 'mid.2' },
        now + second,
        nothing,
      );
      await store.record(
        await claimMessage(store, id, now + 2),
        { kind: 'sent', platformMessageId: null },
        now + 3,
        nothing,
      );
      await advance('delivered', [], now);

      expect(await outgoingStates(store, id)).toEqual(['unknown', 'delivered', 'sent', 'queued']);
      await advance('read', [], now + 2);
      expect(await outgoingStates(store, id)).toEqual(['unknown', 'read', 'read', 'queued']);
    });

    it('of one conversation say nothing of another', async () => {
      const id = await queue('one');
      await store.record(await claimMessage(store, id), sent, noon, nothing);
      const effect: Effect = {
        kind: 'advanceMessages',
        to: 'read',
        platformMessageIds: ['mid.1'],
        upTo: noon,
      };
      await applyOne(store, writes('report', { contact: 'grace' }), doing(effect));

      expect(await outgoingStates(store, id)).toEqual(['sent']);
    });
  });
}
