import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleInviteCommand, peopleListCommand, peopleResetCommand } from '../../../src/cli/data/people.js';
import { hashToken } from '../../../src/inbox/identity/secret-token.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { StaffInvitation } from '../../../src/store/staff.js';
import type { Store } from '../../../src/store/store.js';
import { letIn, staffUser } from '../../store/contract/staff.js';
import { run } from '../memory-terminal.js';

const commands = [peopleListCommand, peopleInviteCommand, peopleResetCommand];
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-people-'));
  store = openSqliteStore({ path: join(folder, 'heyword.db'), newId: randomUUID });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (...args: readonly string[]) =>
  run(commands, args, {
    environment: {
      DATABASE_URL: `file:${join(folder, 'heyword.db')}`,
      PUBLIC_URL: 'https://studio.example',
    },
  });

/** The invitation that a printed link leads to. */
async function invitationIn(printed: string): Promise<StaffInvitation | null> {
  const token = /https:\/\/studio\.example\/welcome\/([\w-]{43})/.exec(printed)?.[1] ?? '';
  return store.findInvitation(hashToken(token));
}

describe('heyword people', () => {
  it('lists who may sign in', async () => {
    expect((await call('people', 'list')).printed).toContain('Nobody can sign in yet.');
    await letIn(store, staffUser('ann', { isDisabled: true }));
    const { printed } = await call('people', 'list');
    expect(printed).toContain('ann@example.com (Name of ann): agent, second factor, disabled, never seen');
    expect(printed).not.toContain('hash of ann');
  });

  it('invites the first owner anew, as long as nobody is there', async () => {
    const first = await call('people', 'invite');
    expect(await invitationIn(first.printed)).toMatchObject({ kind: 'owner', role: 'owner' });
    await letIn(store, staffUser('ann'));
    expect((await call('people', 'invite')).exit).toBe(2);
  });

  it('invites somebody as what they are to be', async () => {
    const { printed } = await call('people', 'invite', 'Lea@example.com', '--role', 'owner');
    expect(await invitationIn(printed)).toMatchObject({ email: 'lea@example.com', role: 'owner' });
    expect((await call('people', 'invite', 'lea@example.com')).complained).toContain('--role wants one of');
    expect((await call('people', 'invite', 'lea', '--role', 'agent')).exit).toBe(2);
    await letIn(store, staffUser('ann'));
    const taken = await call('people', 'invite', 'ann@example.com', '--role', 'agent');
    expect(taken).toMatchObject({ exit: 1 });
  });

  it('resets somebody who cannot get in, and signs them out', async () => {
    await letIn(store, staffUser('ann'));
    const { printed } = await call('people', 'reset', 'Ann@example.com');
    expect(await invitationIn(printed)).toMatchObject({ kind: 'reset', userId: 'ann' });
    expect(await store.listSessions('ann')).toEqual([]);
    expect((await call('people', 'reset', 'nobody@example.com')).exit).toBe(2);
  });
});
