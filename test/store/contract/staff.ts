import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffInvitation, StaffSession, StaffUser } from '../../../src/store/staff.js';
import type { Store } from '../../../src/store/store.js';
import { day, minute, noon, type OpenStore } from './world.js';

/** Someone with everything set, so that every column is tried. */
export function staffUser(id: string, change: Partial<StaffUser> = {}): StaffUser {
  return {
    id,
    name: `Name of ${id}`,
    email: `${id}@example.com`,
    role: 'agent',
    workspaces: ['nord'],
    teams: ['nord/sales'],
    capacity: 5,
    passwordHash: `hash of ${id}`,
    secondFactor: 'secret',
    nextSecondFactor: null,
    lastCodeStep: null,
    recoveryCodes: ['code-1', 'code-2'],
    availability: 'available',
    language: 'de',
    timeZone: 'Europe/Berlin',
    isDisabled: false,
    createdAt: noon,
    lastSeenAt: null,
    ...change,
  };
}

function sessionOf(userId: string, id = `session of ${userId}`): StaffSession {
  return {
    id,
    secretHash: `hash of ${id}`,
    userId,
    standing: 'signed_in',
    userAgent: 'Browser/1',
    createdAt: noon,
    lastSeenAt: noon,
    expiresAt: noon + day,
  };
}

export function invitationTo(id: string, change: Partial<StaffInvitation> = {}): StaffInvitation {
  return {
    id,
    tokenHash: `hash of ${id}`,
    kind: 'invitation',
    email: 'new@example.com',
    name: null,
    role: 'agent',
    workspaces: null,
    teams: [],
    capacity: 20,
    userId: null,
    invitedBy: 'kim',
    createdAt: noon,
    expiresAt: noon + day,
    ...change,
  };
}

/** Somebody comes in, by an invitation made for it. */
export async function letIn(store: Store, user: StaffUser): Promise<void> {
  await store.addInvitation(invitationTo(`for ${user.id}`, { email: user.email }));
  const arriving = { kind: 'new', user } as const;
  const result = await store.acceptInvitation(`hash of for ${user.id}`, arriving, sessionOf(user.id));
  expect(result).toBe('accepted');
}

export function describeStaff(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  describe('users', () => {
    it('are found as they came in, by id and by address, and listed by name', async () => {
      expect(await store.hasUsers()).toBe(false);
      await letIn(store, staffUser('zoe', { workspaces: null }));
      await letIn(store, staffUser('ann'));
      expect(await store.hasUsers()).toBe(true);
      expect(await store.findUser('ann')).toEqual(staffUser('ann'));
      expect(await store.findUserByEmail('zoe@example.com')).toEqual(staffUser('zoe', { workspaces: null }));
      expect((await store.listUsers()).map(({ id }) => id)).toEqual(['ann', 'zoe']);
      expect(await store.findUser('kim')).toBeNull();
      expect(await store.findUserByEmail('kim@example.com')).toBeNull();
    });

    it('change in what is said, and in nothing else', async () => {
      await letIn(store, staffUser('ann'));
      const change = { role: 'lead', workspaces: null, recoveryCodes: null, availability: 'away' } as const;
      expect(await store.changeUser('ann', change)).toBe('changed');
      await store.sawUser('ann', noon + 1);
      expect(await store.findUser('ann')).toEqual({ ...staffUser('ann'), ...change, lastSeenAt: noon + 1 });
      expect(await store.changeUser('nobody', change)).toBe('unknown');
    });

    it('lose their sessions and resets when they are disabled', async () => {
      await letIn(store, staffUser('ann'));
      await store.addInvitation(invitationTo('reset', { kind: 'reset', userId: 'ann' }));
      await store.changeUser('ann', { isDisabled: true });
      expect(await store.listSessions('ann')).toEqual([]);
      expect(await store.findInvitation('hash of reset')).toBeNull();
    });

    it('always have an owner among them, however many resign at once', async () => {
      for (const id of ['ann', 'bob', 'cleo']) await letIn(store, staffUser(id, { role: 'owner' }));
      const resign = { role: 'agent' };
      const results = await Promise.all([
        store.changeUser('ann', resign),
        store.changeUser('bob', { isDisabled: true }),
        store.changeUser('cleo', resign),
      ]);
      expect(results.toSorted()).toEqual(['changed', 'changed', 'last_owner']);
      const owners = (await store.listUsers()).filter(
        ({ role, isDisabled }) => role === 'owner' && !isDisabled,
      );
      expect(owners).toHaveLength(1);
    });

    it('are let in by each code once, and by none before it', async () => {
      await letIn(store, staffUser('ann'));
      const both = await Promise.all([store.spendCodeStep('ann', 7), store.spendCodeStep('ann', 7)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await store.spendCodeStep('ann', 6)).toBe(false);
      expect(await store.spendCodeStep('ann', 8)).toBe(true);
    });

    it('are let in by each recovery code once', async () => {
      await letIn(store, staffUser('ann'));
      const both = await Promise.all([
        store.spendRecoveryCode('ann', 'code-1'),
        store.spendRecoveryCode('ann', 'code-1'),
      ]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await store.spendRecoveryCode('ann', 'code-3')).toBe(false);
      expect((await store.findUser('ann'))?.recoveryCodes).toEqual(['code-2']);
    });
  });

  describe('sessions', () => {
    it('are found with their user by the hash of their secret', async () => {
      await letIn(store, staffUser('ann'));
      expect(await store.findSession('hash of session of ann')).toEqual({
        session: sessionOf('ann'),
        user: staffUser('ann'),
      });
      expect(await store.findSession('hash of another')).toBeNull();
    });

    it('take the place of one, or of all', async () => {
      await letIn(store, staffUser('ann'));
      await letIn(store, staffUser('bob'));
      const ids = async (of: string) => (await store.listSessions(of)).map(({ id }) => id).toSorted();
      await store.beginSession(sessionOf('ann', 's2'), null);
      await store.beginSession(sessionOf('ann', 's3'), 's2');
      expect(await ids('ann')).toEqual(['s3', 'session of ann']);
      await store.beginSession(sessionOf('ann', 's4'), 's3', { endsOthers: true });
      expect(await ids('ann')).toEqual(['s4']);
      expect(await ids('bob')).toEqual(['session of bob']);
    });

    it('end, each by its own user', async () => {
      await letIn(store, staffUser('ann'));
      await letIn(store, staffUser('bob'));
      await store.sawSession('session of ann', noon + 2);
      expect(await store.listSessions('ann')).toEqual([{ ...sessionOf('ann'), lastSeenAt: noon + 2 }]);
      expect(await store.endSession('bob', 'session of ann')).toBe(false);
      expect(await store.endSession('ann', 'session of ann')).toBe(true);
      await store.endSessions('bob');
      expect([await store.listSessions('ann'), await store.listSessions('bob')]).toEqual([[], []]);
    });

    it('are removed when they are over', async () => {
      await letIn(store, staffUser('ann'));
      await store.beginSession({ ...sessionOf('ann', 'short'), expiresAt: noon + minute }, null);
      await store.addInvitation(invitationTo('short', { expiresAt: noon + minute }));
      await store.pruneStaff(noon + minute);
      expect(await store.listSessions('ann')).toEqual([sessionOf('ann')]);
      expect(await store.findInvitation('hash of short')).toBeNull();
    });
  });

  describe('invitations', () => {
    it('are found by the hash of their token, and listed until they are over', async () => {
      const ended = invitationTo('ended', { email: 'late@example.com', expiresAt: noon + 1 });
      const open = invitationTo('open', { name: 'New', teams: ['nord/sales'], workspaces: ['nord'] });
      for (const invitation of [ended, open, invitationTo('first', { kind: 'owner', email: null })]) {
        await store.addInvitation(invitation);
      }
      expect(await store.findInvitation('hash of open')).toEqual(open);
      expect(await store.listInvitations(noon + 1)).toEqual([open]);
      expect(await store.withdrawInvitation('first')).toBe(false);
      expect(await store.withdrawInvitation('open')).toBe(true);
      expect(await store.findInvitation('hash of open')).toBeNull();
    });

    it('void those that were made before to the same end', async () => {
      await letIn(store, staffUser('ann'));
      await letIn(store, staffUser('bob'));
      const made = [
        invitationTo('owner-1', { kind: 'owner', email: null }),
        invitationTo('new-1'),
        invitationTo('other', { email: 'other@example.com' }),
        invitationTo('reset-ann', { kind: 'reset', email: null, userId: 'ann' }),
        invitationTo('reset-bob', { kind: 'reset', email: null, userId: 'bob' }),
        invitationTo('owner-2', { kind: 'owner', email: null }),
        invitationTo('new-2'),
        invitationTo('reset-ann-2', { kind: 'reset', email: null, userId: 'ann' }),
      ];
      for (const invitation of made) await store.addInvitation(invitation);
      const isLeft = async ({ tokenHash }: StaffInvitation) =>
        (await store.findInvitation(tokenHash)) !== null;
      const left = await Promise.all(made.map(isLeft));
      expect(made.filter((_, place) => left[place]).map(({ id }) => id)).toEqual([
        'other',
        'reset-bob',
        'owner-2',
        'new-2',
        'reset-ann-2',
      ]);
    });

    it('let one in, once and in time', async () => {
      await store.addInvitation(invitationTo('i'));
      const accept = (id: string, createdAt = noon) =>
        store.acceptInvitation(
          'hash of i',
          { kind: 'new', user: staffUser(id) },
          { ...sessionOf(id), createdAt },
        );
      expect(await accept('late', noon + day)).toBe('gone');
      const results = await Promise.all([accept('ann'), accept('bob')]);
      expect(results.toSorted()).toEqual(['accepted', 'gone']);
      expect(await store.listUsers()).toHaveLength(1);
    });

    it('leave an address to whoever has it', async () => {
      await letIn(store, staffUser('ann'));
      await store.addInvitation(invitationTo('i', { email: 'ann@example.com' }));
      const user = staffUser('bob', { email: 'ann@example.com' });
      const result = await store.acceptInvitation('hash of i', { kind: 'new', user }, sessionOf('bob'));
      expect(result).toBe('email_taken');
      expect(await store.findInvitation('hash of i')).not.toBeNull();
    });

    it('make an owner of the first one only', async () => {
      await store.addInvitation(invitationTo('first', { kind: 'owner', email: null }));
      await letIn(store, staffUser('ann'));
      const arriving = { kind: 'new', user: staffUser('bob', { role: 'owner' }) } as const;
      expect(await store.acceptInvitation('hash of first', arriving, sessionOf('bob'))).toBe('gone');
    });

    it('let someone begin anew, signed out everywhere else, unless they are disabled', async () => {
      await letIn(store, staffUser('ann'));
      const reset = invitationTo('reset', { kind: 'reset', email: null, userId: 'ann' });
      const change = { passwordHash: 'next', secondFactor: null, recoveryCodes: null };
      const accept = () =>
        store.acceptInvitation(
          'hash of reset',
          { kind: 'known', userId: 'ann', change },
          sessionOf('ann', 's2'),
        );
      await store.addInvitation(reset);
      expect(await accept()).toBe('accepted');
      expect(await store.findUser('ann')).toEqual({ ...staffUser('ann'), ...change });
      expect((await store.listSessions('ann')).map(({ id }) => id)).toEqual(['s2']);
      await store.changeUser('ann', { isDisabled: true });
      await store.addInvitation(reset);
      expect(await accept()).toBe('gone');
    });
  });
}
