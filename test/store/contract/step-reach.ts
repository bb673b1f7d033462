import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, decision, say, writes, type OpenStore } from './world.js';

/** Whom each step of a flow has spoken to. */
export function describeStepReach(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('whom a step has spoken to', () => {
    const speaks =
      (...steps: readonly string[]): Decide =>
      (conversation, event) =>
        decision(
          conversation,
          steps.map((step, index) =>
            say(event, 'hi', {
              id: `${event.id}.${index}`,
              speaker: { kind: 'flow', flow: 'guide', version: `v${index}`, step, runId: 'run' },
            }),
          ),
        );

    it('is counted once a contact, over all versions of the flow, in each workspace', async () => {
      await applyOne(store, writes('hi'), speaks('1-say', '1-say', 'project'));
      await applyOne(store, writes('hi again'), speaks('project'));
      await applyOne(store, writes('hi', { contact: 'grace' }), speaks('1-say'));
      await applyOne(store, writes('hi', { workspace: 'sued', contact: 'ada' }), speaks('1-say'));

      const reach = await store.stepReach();
      expect(reach).toHaveLength(3);
      expect(reach).toEqual(
        expect.arrayContaining([
          { workspace: 'nord', flow: 'guide', step: '1-say', contacts: 2 },
          { workspace: 'nord', flow: 'guide', step: 'project', contacts: 1 },
          { workspace: 'sued', flow: 'guide', step: '1-say', contacts: 1 },
        ]),
      );
    });

    it('leaves out what the server and people have said', async () => {
      await applyOne(store, writes('hi'), (conversation, event) =>
        decision(conversation, [
          say(event, 'bye', { speaker: { kind: 'system', rule: 'stop' } }),
          say(event, 'hello', { id: `${event.id}.2`, speaker: { kind: 'person', name: 'Jonas' } }),
        ]),
      );
      expect(await store.stepReach()).toEqual([]);
    });
  });
}
