import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../../src/core/effect.js';
import type { Store } from '../../../src/store/store.js';
import {
  applyOne,
  claimMessage,
  doing,
  noon,
  nothing,
  outgoingStates,
  writes,
  type OpenStore,
} from './world.js';

/** What becomes of a message, however its statuses come. */
export function describeStatuses(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const sent = { kind: 'sent', platformMessageId: 'mid.1' } as const;
  const unknown = { kind: 'unknown', explanation: 'No answer came.' } as const;

  describe('what a platform says of a message, in any order', () => {
    const sayings: Readonly<Record<string, (messageId: string) => Effect>> = {
      accepted: (messageId) => ({ kind: 'settleMessage', messageId, platformMessageId: 'mid.1' }),
      failed: (messageId) => ({
        kind: 'failMessage',
        messageId,
        failure: 'unreachable',
        explanation: 'Not there.',
      }),
      delivered: () => ({
        kind: 'advanceMessages',
        to: 'delivered',
        platformMessageIds: ['mid.1'],
        upTo: null,
      }),
      read: () => ({ kind: 'advanceMessages', to: 'read', platformMessageIds: ['mid.1'], upTo: null }),
    };
    const strongest = ['read', 'delivered', 'failed'] as const;

    it('ends in the strongest of it', async () => {
      let run = 0;
      const order = fc.uniqueArray(fc.constantFrom(...Object.keys(sayings)));
      await fc.assert(
        fc.asyncProperty(order, fc.constantFrom(sent, unknown), async (said, outcome) => {
          run += 1;
          const contact = `c${run}`;
          const { conversationId } = await applyOne(store, writes('hi', { contact }));
          const message = await claimMessage(store, conversationId);
          const isNamed = outcome === sent;
          await store.record(message, outcome, noon, nothing);
          const all = isNamed ? said : ['accepted', ...said];
          for (const one of all)
            await applyOne(store, writes(one, { contact }), doing(sayings[one]!(message.id)));
          await store.record(message, sent, noon, nothing);
          const expected = strongest.find((state) => said.includes(state)) ?? 'sent';

          expect(await outgoingStates(store, conversationId)).toEqual([expected]);
          const [line] = (await store.readStory(conversationId)).filter(
            ({ direction }) => direction === 'out',
          );
          expect(line?.explanation).toBe(expected === 'failed' ? 'Not there.' : null);
        }),
        { numRuns: 40 },
      );
    }, 60_000);

    it('fails nothing that was never sent', async () => {
      const { conversationId: id } = await applyOne(store, writes('one'));
      const [, line] = await store.readStory(id);
      await applyOne(store, writes('report'), doing(sayings['failed']!(line!.id)));

      expect(await outgoingStates(store, id)).toEqual(['queued']);
    });
  });
}
