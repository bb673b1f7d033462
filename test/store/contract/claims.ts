import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/core/message.js';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  claimMessage,
  decision,
  minute,
  nothing,
  noon,
  openGate,
  outgoingStates,
  parrot,
  say,
  second,
  sendAll,
  writes,
  type OpenStore,
} from './world.js';

/** How messages leave: in turn, one at a time, checked at the last moment (P3 to P7). */
export function describeClaims(open: OpenStore): void {
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

  describe('claiming', () => {
    it('hands out the oldest message with all that a send needs', async () => {
      const id = await queueTwo();

      expect(await claim(id)).toMatchObject({
        kind: 'send',
        message: {
          conversationId: id,
          workspace: 'nord',
          account: 'studio_ig',
          channel: 'instagram',
          contactPlatformId: 'ada',
          body: { text: 'one' },
          basis: { kind: 'reply_window' },
          speaker: { kind: 'flow' },
          epoch: 0,
          attempts: 1,
          token: expect.stringMatching(/./) as string,
        },
      });
    });

    it('says which message of the contact’s was the last, where that is known', async () => {
      const id = await queueTwo();
      expect(await claimMessage(store, id)).not.toHaveProperty('lastContactMessageId');

      const other = await applyOne(store, writes('hello', { contact: 'grace' }), (conversation, event) =>
        parrot({ ...conversation, lastContactMessageId: 'mid.of.grace' }, event),
      );
      expect(await claimMessage(store, other.conversationId)).toMatchObject({
        lastContactMessageId: 'mid.of.grace',
      });
    });

    it('lets one message out at a time, whoever asks', async () => {
      const id = await queueTwo();
      const claims = await Promise.all(Array.from({ length: 20 }, () => claim(id)));

      expect(claims.filter(({ kind }) => kind === 'send')).toHaveLength(1);
      expect(claims.filter(({ kind }) => kind === 'wait')).toHaveLength(19);
    });

    it('lets the next out when the last is settled, in order, until none is left', async () => {
      const id = await queueTwo();

      expect(await sendAll(store, id)).toEqual(['one', 'two']);
      expect(await claim(id)).toEqual({ kind: 'idle' });
      expect(await outgoingStates(store, id)).toEqual(['sent', 'sent']);
    });

    it('never lets contacts wait for each other', async () => {
      const [ada, grace] = [await queueTwo(), await queueTwo({ contact: 'grace' })];
      await claimMessage(store, ada);

      expect(await claimMessage(store, grace)).toMatchObject({
        contactPlatformId: 'grace',
        body: { text: 'one' },
      });
    });

    it('has nothing for a conversation that is not there', async () => {
      expect(await claim('nobody')).toEqual({ kind: 'idle' });
    });

    it('does not wait for ever for a send that nobody recorded', async () => {
      const id = await queueTwo({ channel: 'simulator' });
      await claimMessage(store, id);
      const waiting = await claim(id);
      if (waiting.kind !== 'wait') throw new Error(waiting.kind);

      expect(waiting.until).toBeGreaterThanOrEqual(noon + minute);
      expect(await claim(id, waiting.until - 1)).toMatchObject({ kind: 'wait' });
      expect(await claim(id, waiting.until)).toMatchObject({
        kind: 'send',
        message: { body: { text: 'two' } },
      });
      expect(await outgoingStates(store, id)).toEqual(['unknown', 'sending']);
    });

    it('holds the next back once more after such a send, for as long as its channel may take to tell', async () => {
      const id = await queueTwo();
      await claimMessage(store, id);
      const waiting = await claim(id);
      if (waiting.kind !== 'wait') throw new Error(waiting.kind);
      const { until } = waiting;

      expect(await claim(id, until)).toEqual({ kind: 'wait', until: until + 30 * second });
      expect(await store.readStory(id)).toContainEqual(
        expect.objectContaining({
          state: 'unknown',
          explanation: expect.stringContaining('Nothing was heard'),
        }),
      );
      expect(await claim(id, until + 30 * second)).toMatchObject({ message: { body: { text: 'two' } } });
    });
  });

  describe('the last check', () => {
    const refusing = (refusal: Refusal) => ({ maySend: () => refusal, takeSlot: () => null });

    it.each([
      ['window_closed', 'not_sent'],
      ['unreachable', 'not_sent'],
      ['account_stopped', 'not_sent'],
      ['basis_missing', 'not_sent'],
      ['stopped', 'cancelled'],
      ['owner_changed', 'cancelled'],
      ['run_ended', 'cancelled'],
      ['comment_gone', 'cancelled'],
      ['erased', 'cancelled'],
    ] as const)('makes a message refused for %s %s, and says why', async (refusal, state) => {
      const id = await queueTwo();

      expect(await store.claim(id, noon, refusing(refusal))).toEqual({ kind: 'idle' });
      const story = await store.readStory(id);
      const refused = story.filter(({ direction }) => direction === 'out');
      expect(refused).toMatchObject([
        { state, refusal },
        { state, refusal },
      ]);
    });

    it('goes on to the next message when one is refused', async () => {
      const id = await queueTwo();
      const claimed = await store.claim(id, noon, {
        maySend: (_conversation, { body }) => (body.text === 'one' ? 'window_closed' : null),
        takeSlot: () => null,
      });

      expect(claimed).toMatchObject({ kind: 'send', message: { body: { text: 'two' } } });
    });

    it('sees the conversation as it is now', async () => {
      const id = await queueTwo();
      const stop: Decide = (conversation) =>
        decision({ ...conversation, consent: { stopped: at(noon), topics: {} } });
      await applyOne(store, writes('STOP'), stop);
      const seen: unknown[] = [];
      await store.claim(id, noon + 1, {
        maySend: ({ consent }, message, now) => {
          seen.push(consent.stopped, message.attempts, now);
          return 'stopped';
        },
        takeSlot: () => null,
      });

      expect(seen.slice(0, 3)).toEqual([at(noon), 0, noon + 1]);
    });

    it('asks for a place in the account’s lane last of all, and waits where none is free', async () => {
      const id = await queueTwo();
      const asked: unknown[] = [];
      const takeSlot = (account: unknown, now: number) => {
        asked.push(account);
        return now + second;
      };

      expect(await store.claim(id, noon, { maySend: () => null, takeSlot })).toEqual({
        kind: 'wait',
        until: noon + second,
      });
      expect(asked).toEqual([
        {
          workspace: 'nord',
          account: 'studio_ig',
          channel: 'instagram',
          conversationId: id,
          basis: 'reply_window',
        },
      ]);
      expect(await outgoingStates(store, id)).toEqual(['queued', 'queued']);
      await store.claim(id, noon, { maySend: () => 'stopped', takeSlot });
      expect(asked).toHaveLength(1);
    });
  });

  describe('recording', () => {
    it('keeps the platform’s id of what was sent', async () => {
      const id = await queueTwo();
      const message = await claimMessage(store, id);
      await store.record(message, { kind: 'sent', platformMessageId: 'mid.1' }, noon, nothing);

      expect((await store.readStory(id))[1]).toMatchObject({ state: 'sent', platformMessageId: 'mid.1' });
    });

    it('writes nothing for a claim that is not the last', async () => {
      const id = await queueTwo();
      const first = await claimMessage(store, id);
      await store.record(first, { kind: 'retry', at: noon, explanation: 'busy' }, noon, nothing);
      const second = await claimMessage(store, id);
      const failed = { kind: 'failed', failure: 'invalid', explanation: 'no' } as const;

      expect(await store.record(first, failed, noon, nothing)).toBeNull();
      expect(await store.record({ ...second, token: `${second.token}x` }, failed, noon, nothing)).toBeNull();
      expect(await outgoingStates(store, id)).toEqual(['sending', 'queued']);
      expect(second.attempts).toBe(2);
    });

    it('is not fooled by another conversation’s claim', async () => {
      const [ada, grace] = [await queueTwo(), await queueTwo({ contact: 'grace' })];
      const message = await claimMessage(store, ada);
      const sent = { kind: 'sent', platformMessageId: 'mid' } as const;

      await store.record({ ...message, conversationId: grace }, sent, noon, nothing);
      expect(await outgoingStates(store, ada)).toEqual(['sending', 'queued']);
      expect(await outgoingStates(store, grace)).toEqual(['queued', 'queued']);
    });

    it('tries again when it is time, and lets nothing overtake', async () => {
      const id = await queueTwo();
      const outcome = { kind: 'retry', at: noon + minute, explanation: 'The platform is busy.' } as const;
      await store.record(await claimMessage(store, id), outcome, noon, nothing);

      expect(await claim(id, noon + minute - 1)).toEqual({ kind: 'wait', until: noon + minute });
      expect(await claim(id, noon + minute)).toMatchObject({
        kind: 'send',
        message: { body: { text: 'one' } },
      });
    });

    it('decides about a final failure in the same breath', async () => {
      const id = await queueTwo();
      const message = await claimMessage(store, id);
      const decide: Decide = (conversation, event) =>
        decision({ ...conversation, unreachable: true }, [
          { kind: 'cancelMessages', of: 'everyone', refusal: 'unreachable' },
          say(event, event.kind === 'sendFailed' ? event.failure : 'what?'),
        ]);
      const failed = { kind: 'failed', failure: 'unreachable', explanation: 'They blocked us.' } as const;
      const applied = await store.record(message, failed, noon, decide);

      expect(applied).toMatchObject({ conversationId: id, result: 'handled', fault: null });
      expect(applied?.effects).toHaveLength(2);
      expect(await outgoingStates(store, id)).toEqual(['failed', 'cancelled', 'queued']);
      const story = await store.readStory(id);
      expect(story[1]).toMatchObject({ state: 'failed', explanation: 'They blocked us.' });
      expect(story.at(-1)).toMatchObject({ body: { text: 'unreachable' }, eventId: applied?.eventId });
      expect(await store.record(message, failed, noon, decide)).toBeNull();
    });

    it('keeps the failure even when the decision about it throws', async () => {
      const id = await queueTwo();
      const message = await claimMessage(store, id);
      const broken: Decide = () => {
        throw new Error('bug');
      };
      const failed = { kind: 'failed', failure: 'invalid', explanation: 'no' } as const;

      expect(await store.record(message, failed, noon, broken)).toMatchObject({ result: 'poison' });
      expect(await outgoingStates(store, id)).toEqual(['failed', 'queued']);
    });
  });

  describe('a send without an answer', () => {
    const unknown = { kind: 'unknown', explanation: 'No answer came.' } as const;

    it('holds back the next for as long as the channel may take to tell', async () => {
      const id = await queueTwo();
      await store.record(await claimMessage(store, id), unknown, noon, nothing);

      expect(await claim(id, noon + 1)).toEqual({ kind: 'wait', until: noon + 30 * second });
      expect(await claim(id, noon + 30 * second)).toMatchObject({ message: { body: { text: 'two' } } });
      expect(await outgoingStates(store, id)).toEqual(['unknown', 'sending']);
    });

    it('does not hold it back for an hour because the clock was set back by one', async () => {
      const id = await queueTwo();
      await store.record(await claimMessage(store, id), unknown, noon, nothing);
      const back = noon - 60 * minute;

      expect(await claim(id, back)).toEqual({ kind: 'wait', until: back + 30 * second });
      expect(await claim(id, back + 30 * second)).toMatchObject({ message: { body: { text: 'two' } } });
    });

    it('is never repeated', async () => {
      const id = await queueTwo();
      await store.record(await claimMessage(store, id), unknown, noon, nothing);

      expect(await sendAll(store, id, noon + minute)).toEqual(['two']);
      expect(await claim(id, noon + 10 * minute)).toEqual({ kind: 'idle' });
    });

    it('is what a new process finds of the sends of the last', async () => {
      const id = await queueTwo();
      const message = await claimMessage(store, id);
      await store.recover(noon + minute);

      expect(await outgoingStates(store, id)).toEqual(['unknown', 'queued']);
      expect(await claim(id, noon + minute)).toEqual({ kind: 'wait', until: noon + minute + 30 * second });
      expect(await store.figures(noon)).toMatchObject({ queuedMessages: 1, unknownMessages: 1 });
      await store.record(message, { kind: 'retry', at: noon, explanation: 'late' }, noon, nothing);
      expect(await outgoingStates(store, id)).toEqual(['unknown', 'queued']);
    });

    it('is sent after all when its answer comes late', async () => {
      const id = await queueTwo();
      const message = await claimMessage(store, id);
      await store.recover(noon);
      await store.record(message, { kind: 'sent', platformMessageId: 'mid.1' }, noon, nothing);

      expect(await outgoingStates(store, id)).toEqual(['sent', 'queued']);
    });
  });
}
