import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { noon, second, type OpenStore } from './world.js';

const nothingKnown = {
  token: null,
  refreshToken: null,
  tokenExpiresAt: null,
  tokenSource: null,
  heardUntil: null,
};

/** What is known of our own accounts beside what the files say. */
export function describeAccounts(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const read = (account = 'studio_ig', workspace = 'nord') => store.readAccountState(workspace, account);
  const change = (...given: [Parameters<Store['changeAccountState']>[2], { now: number }?]) =>
    store.changeAccountState('nord', 'studio_ig', given[0], given[1] ?? { now: noon });

  it('is nothing at first', async () => {
    expect(await read()).toBeNull();
  });

  it('keeps what is told, each account its own', async () => {
    const told = {
      token: 'sealed',
      refreshToken: 'r',
      tokenExpiresAt: noon,
      tokenSource: 's',
      heardUntil: 1,
    };

    expect(await change(told)).toBe(true);
    await store.changeAccountState('other', 'studio_ig', { token: 'theirs' }, { now: noon });

    expect(await read()).toEqual({ ...told, updatedAt: noon });
    expect(await read('studio_ig', 'other')).toEqual({ ...nothingKnown, token: 'theirs', updatedAt: noon });
    expect(await read('studio_page')).toBeNull();
  });

  it('leaves as it is what a change does not name, and forgets what it says is null', async () => {
    await change({ token: 'sealed', tokenExpiresAt: noon });
    await change({ heardUntil: noon + second, tokenExpiresAt: null }, { now: noon + second });

    expect(await read()).toEqual({
      ...nothingKnown,
      token: 'sealed',
      heardUntil: noon + second,
      updatedAt: noon + second,
    });
  });

  it('refuses a change by who does not know the last one', async () => {
    const first = await store.changeAccountState(
      'nord',
      'studio_ig',
      { token: 'a' },
      { now: noon, expectedUpdatedAt: null },
    );
    const blind = await store.changeAccountState(
      'nord',
      'studio_ig',
      { token: 'b' },
      { now: noon, expectedUpdatedAt: null },
    );
    const late = await store.changeAccountState(
      'nord',
      'studio_ig',
      { token: 'c' },
      { now: noon, expectedUpdatedAt: noon - 1 },
    );
    const knowing = await store.changeAccountState(
      'nord',
      'studio_ig',
      { heardUntil: 1 },
      { now: noon, expectedUpdatedAt: noon },
    );

    expect([first, blind, late, knowing]).toEqual([true, false, false, true]);
    expect(await read()).toMatchObject({ token: 'a', heardUntil: 1 });
  });

  it('lets one of many who change it at once through, also within one millisecond', async () => {
    await change({ token: 'old' });
    const { updatedAt } = (await read())!;
    const all = Array.from({ length: 6 }, (_, number) =>
      store.changeAccountState(
        'nord',
        'studio_ig',
        { token: `new ${number}` },
        { now: noon, expectedUpdatedAt: updatedAt },
      ),
    );

    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
    expect((await read())!.updatedAt).not.toBe(updatedAt);
  });

  it('takes what was heard for no change of the token, and is in nobody’s way', async () => {
    await change({ heardUntil: noon });
    expect((await read())!.updatedAt).toBe(0);
    const guard = { now: noon, expectedUpdatedAt: null };
    expect(await store.changeAccountState('nord', 'studio_ig', {}, guard)).toBe(true);
    await change({ heardUntil: noon + 1 });
    const next = { now: noon, expectedUpdatedAt: noon };
    expect(await store.changeAccountState('nord', 'studio_ig', { token: 'new' }, next)).toBe(true);
    expect(await read()).toMatchObject({ token: 'new', heardUntil: noon + 1 });
  });
}
