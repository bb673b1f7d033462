import { beforeEach, expect, it } from 'vitest';
import type { SavedReply, SavedView } from '../../../src/store/staff.js';
import type { Store } from '../../../src/store/store.js';
import { letIn, staffUser } from './staff.js';
import { noon, type OpenStore } from './world.js';

function reply(id: string, change: Partial<SavedReply> = {}): SavedReply {
  return {
    id,
    ownerId: 'ann',
    workspace: null,
    shortcut: id,
    text: `Text of ${id}`,
    isShared: false,
    updatedAt: noon,
    ...change,
  };
}

function view(id: string, change: Partial<SavedView> = {}): SavedView {
  return {
    id,
    ownerId: 'ann',
    name: id,
    isShared: false,
    view: 'late',
    sort: 'oldest',
    filters: { team: 'sales' },
    updatedAt: noon,
    ...change,
  };
}

export function describeSaved(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ann', 'bob']) await letIn(store, staffUser(id));
  });

  it('are for whoever saved them, and for all where they are shared', async () => {
    await store.saveReply(reply('mine'));
    await store.saveReply(reply('hello', { isShared: true, workspace: 'nord' }));
    await store.saveView(view('mine'));
    await store.saveView(view('late', { isShared: true }));
    expect(await store.listSavedReplies('ann')).toEqual([
      reply('hello', { isShared: true, workspace: 'nord' }),
      reply('mine'),
    ]);
    expect(await store.listSavedReplies('bob')).toEqual([
      reply('hello', { isShared: true, workspace: 'nord' }),
    ]);
    expect((await store.listSavedViews('ann')).map(({ id }) => id)).toEqual(['late', 'mine']);
    expect(await store.listSavedViews('bob')).toEqual([view('late', { isShared: true })]);
  });

  it('change, and go', async () => {
    await store.saveReply(reply('r'));
    await store.saveReply(reply('r', { text: 'Other words', isShared: true, updatedAt: noon + 1 }));
    expect(await store.findSavedReply('r')).toMatchObject({ text: 'Other words', isShared: true });
    await store.deleteReply('r');
    await store.saveView(view('v'));
    expect(await store.findSavedView('v')).toEqual(view('v'));
    await store.deleteView('v');
    expect([await store.findSavedReply('r'), await store.findSavedView('v')]).toEqual([null, null]);
  });

  it('have their shortcuts once in a place, and may share one with another', async () => {
    expect(await store.saveReply(reply('hi'))).toBe('saved');
    expect(await store.saveReply(reply('other', { shortcut: 'hi' }))).toBe('taken');
    expect(await store.saveReply(reply('there', { shortcut: 'hi', workspace: 'nord' }))).toBe('saved');
    expect(await store.saveReply(reply('again', { shortcut: 'hi', workspace: 'nord' }))).toBe('taken');
    expect(await store.saveReply(reply('bobs', { shortcut: 'hi', ownerId: 'bob' }))).toBe('saved');
  });
}
