import { beforeEach, expect, it } from 'vitest';
import type { DeletionRequest } from '../../../src/store/reads.js';
import type { Store } from '../../../src/store/store.js';
import { noon, second, type OpenStore } from './world.js';

/** Wishes to be deleted that a platform passed on. */
export function describeDeletionRequests(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const request = (code: string, change: Partial<DeletionRequest> = {}): DeletionRequest => ({
    code,
    workspace: 'nord',
    userId: '4711',
    requestedAt: noon,
    contacts: 0,
    doneAt: null,
    ...change,
  });
  const codes = async () => (await store.openDeletionRequests()).map(({ code }) => code);

  it('are found by their code alone', async () => {
    await store.requestDeletion(request('a'));
    await store.requestDeletion(request('b', { workspace: null }));

    expect(await store.readDeletionRequest('a')).toEqual(request('a'));
    expect(await store.readDeletionRequest('b')).toEqual(request('b', { workspace: null }));
    expect(await store.readDeletionRequest('c')).toBeNull();
  });

  it('are recorded once, and stay as they were', async () => {
    const all = await Promise.all([1, 2, 3].map(() => store.requestDeletion(request('a'))));

    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await store.requestDeletion(request('a', { requestedAt: noon + second }))).toBe(false);
    expect(await store.readDeletionRequest('a')).toEqual(request('a'));
  });

  it('are open until they are done, the earliest first', async () => {
    await store.requestDeletion(request('late', { requestedAt: noon + second }));
    await store.requestDeletion(request('early'));
    await store.requestDeletion(request('done', { userId: null, contacts: 1, doneAt: noon }));
    expect(await codes()).toEqual(['early', 'late']);

    expect(await store.finishDeletion('early', 2, noon + second)).toBe(true);
    expect(await codes()).toEqual(['late']);
  });

  it('forget who made them when they are done, which happens once', async () => {
    await store.requestDeletion(request('a'));
    await store.finishDeletion('a', 2, noon + second);

    const done = request('a', { userId: null, contacts: 2, doneAt: noon + second });
    expect(await store.readDeletionRequest('a')).toEqual(done);
    expect(await store.finishDeletion('a', 5, noon)).toBe(false);
    expect(await store.finishDeletion('unknown', 5, noon)).toBe(false);
    expect(await store.readDeletionRequest('a')).toEqual(done);
  });
}
