import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { announceAllOnce } from '../../../src/store/postgres/announcing.js';
import { openPool } from '../../../src/store/postgres/connection.js';
import type { Due } from '../../../src/store/postgres/due-moments.js';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import { createMigratedDatabase } from '../../postgres/test-database.js';
import {
  applyOne,
  claimMessage,
  doing,
  minute,
  noon,
  nothing,
  openGate,
  outgoingStates,
  parrot,
  writes,
} from '../contract/world.js';

/** Processes on one database whose presence the test decides. */
async function setUp() {
  const database = await createMigratedDatabase();
  const announced: Due[] = [];
  const announceDue = async (_: unknown, due: readonly Due[]): Promise<void> => void announced.push(...due);
  /** Names of processes that are gone; those in `returning` come back within the grace. */
  const gone = new Set<string>();
  const returning = new Set<string>();
  const open = (processName: string) =>
    openPostgresStore({
      url: database.url,
      newId: randomUUID,
      processName,
      presence: {
        absent: async (names) => names.filter((name) => gone.has(name)),
        grace: async () => returning.forEach((name) => gone.delete(name)),
      },
      announceDue,
    });
  const [one, two] = [await open('one'), await open('two')];
  const pool = openPool(database.url);
  onTestFinished(async () => {
    await Promise.all([one.close(), two.close(), pool.end()]);
    await database.drop();
  });
  return { one, two, pool, announced, announceDue, gone, returning };
}

describe('what a process was sending when it went', () => {
  it('becomes unknown, and its conversation is announced', async () => {
    const { one, two, gone, announced } = await setUp();
    const { conversationId } = await applyOne(one, writes('hello'));
    await claimMessage(one, conversationId);
    announced.splice(0);
    gone.add('one');
    await two.recover(noon + minute);
    expect(await outgoingStates(two, conversationId)).toEqual(['unknown']);
    expect(announced).toEqual([{ conversationId, at: noon + minute }]);
    expect(await two.claim(conversationId, noon + minute, openGate)).toMatchObject({ kind: 'wait' });
  });

  it('is left alone while the process is here, or comes back in time', async () => {
    const { one, two, gone, returning } = await setUp();
    const { conversationId } = await applyOne(one, writes('hello'));
    await claimMessage(one, conversationId);
    await two.recover(noon + minute);
    expect(await outgoingStates(two, conversationId)).toEqual(['sending']);
    gone.add('one');
    returning.add('one');
    await two.recover(noon + minute);
    expect(await outgoingStates(two, conversationId)).toEqual(['sending']);
  });

  it('is sent after all if a process that was taken for gone says so', async () => {
    const { one, two, gone } = await setUp();
    const { conversationId } = await applyOne(one, writes('hello'));
    const message = await claimMessage(one, conversationId);
    gone.add('one');
    await two.recover(noon + minute);
    await one.record(message, { kind: 'sent', platformMessageId: 'p1' }, noon + minute, nothing);
    expect(await outgoingStates(two, conversationId)).toEqual(['sent']);
  });

  it('is given up after the longest time that a send can take, though its process is here', async () => {
    const { one, two, announced } = await setUp();
    const { conversationId } = await applyOne(one, writes('hello'));
    await claimMessage(one, conversationId);
    await two.recover(noon + 5 * minute);
    expect(await outgoingStates(two, conversationId)).toEqual(['sending']);
    announced.splice(0);
    await two.recover(noon + 5 * minute + 1);
    expect(await outgoingStates(two, conversationId)).toEqual(['unknown']);
    expect(announced).toEqual([{ conversationId, at: noon + 5 * minute + 1 }]);
  });

  it('takes nothing from the others', async () => {
    const { one, two, gone } = await setUp();
    const [ada, ben] = [
      await applyOne(one, writes('hello', { contact: 'ada' })),
      await applyOne(two, writes('hello', { contact: 'ben' })),
    ];
    await claimMessage(one, ada.conversationId);
    await claimMessage(two, ben.conversationId);
    gone.add('one');
    await two.recover(noon + minute);
    expect(await outgoingStates(two, ada.conversationId)).toEqual(['unknown']);
    expect(await outgoingStates(two, ben.conversationId)).toEqual(['sending']);
  });
});

describe('a database that was copied from one without jobs', () => {
  it('has all that is to come announced, once', async () => {
    const { one, pool, announced, announceDue } = await setUp();
    const timer = { id: 't', dueAt: noon + 5 * minute };
    const waits = await applyOne(one, writes('hello', { contact: 'ada' }));
    const sleeps = await applyOne(
      one,
      writes('hello', { contact: 'ben' }),
      doing({ kind: 'scheduleTimer', timer }),
    );
    await applyOne(one, writes('hello', { contact: 'cleo' }), nothing);
    announced.splice(0);
    await announceAllOnce(pool, announceDue, noon + minute);
    expect(announced.splice(0)).toEqual([
      { conversationId: waits.conversationId, at: noon + minute },
      { conversationId: sleeps.conversationId, at: timer.dueAt },
    ]);
    await announceAllOnce(pool, announceDue, noon + minute);
    expect(announced).toEqual([]);
  });

  it('has them announced however many they are', async () => {
    const { one, pool, announced, announceDue } = await setUp();
    const arrivals = Array.from({ length: 1001 }, (_, place) => writes('hello', { contact: `c${place}` }));
    await one.apply(arrivals, parrot);
    announced.splice(0);
    await announceAllOnce(pool, announceDue, noon);
    expect(new Set(announced.map(({ conversationId }) => conversationId)).size).toBe(1001);
  });
});
