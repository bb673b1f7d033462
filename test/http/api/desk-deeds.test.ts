import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../../src/inbox/identity/signed-in.js';
import type { StaffUser } from '../../../src/store/staff.js';
import { kim as agent } from '../support/colleagues.js';
import { identityKnowing } from '../support/fake-identity.js';
import { apiToken, createHouse, publicUrl, type House } from '../support/house.js';
import { contactNamed, noon } from '../support/people.js';

const user: User = { ...agent, role: 'lead' };
const kim = { name: 'Kim', id: 'kim' };
const ana = contactNamed('Ana');

let house: House;
/** Who is signed in. */
let role: User['role'];
let workspaces: User['workspaces'];

beforeEach(() => {
  [role, workspaces] = ['lead', ['studio']];
  const signedIn = () => ({
    user: { ...user, role, workspaces },
    sessionId: 's',
    standing: 'signed_in' as const,
  });
  house = createHouse({ identity: identityKnowing(async () => signedIn()) });
  house.store.contacts.push(ana);
  house.store.users.push(
    staff('tom'),
    staff('bo', { role: 'marketer' }),
    staff('eve', { workspaces: ['else'] }),
  );
});

function staff(id: string, change: Partial<StaffUser> = {}): StaffUser {
  const { hasSecondFactor: _, ...rest } = user;
  const secrets = {
    passwordHash: '',
    secondFactor: null,
    nextSecondFactor: null,
    lastCodeStep: null,
    recoveryCodes: null,
  };
  return { ...rest, ...secrets, id, name: id.charAt(0).toUpperCase() + id.slice(1), ...change };
}

function post(deed: string, body: object): request.Test {
  return request(house.app)
    .post(`/api/v1/conversations/${ana.conversationId}/${deed}`)
    .set('Origin', publicUrl)
    .set('Cookie', '__Host-heyword=secret')
    .send(body);
}

describe('what somebody does from their inbox', () => {
  const id = ana.conversationId;
  it.each<[string, object, readonly unknown[]]>([
    ['take', {}, ['takeOver', id, kim]],
    ['reply', { text: ' Hi ', request_id: 'r' }, ['reply', id, kim, { text: 'Hi', media: [] }, 'r']],
    [
      'template',
      { template: 'again', language: 'en', gaps: ['Ana'], request_id: 'r' },
      ['sendTemplate', id, kim, { template: 'again', language: 'en', gaps: ['Ana'] }, 'r'],
    ],
    [
      'assign',
      { to: 'tom', priority: 'high' },
      ['assign', id, kim, { to: { id: 'tom', name: 'Tom' }, priority: 'high' }],
    ],
    ['assign', { to: null, team: 'sales' }, ['assign', id, kim, { to: null, team: 'sales' }]],
    ['assign', { team: 'sales' }, ['assign', id, kim, { team: 'sales' }]],
    [
      'snooze',
      { until: '2026-01-05T09:00:00+01:00' },
      ['snooze', id, kim, Date.parse('2026-01-05T08:00:00Z')],
    ],
    ['snooze', { until: null }, ['snooze', id, kim, null]],
    [
      'notes',
      { text: 'Look!', mentions: ['tom', 'tom'], request_id: 'r' },
      ['addNote', id, kim, { text: 'Look!', mentions: [{ id: 'tom', name: 'Tom' }] }, 'r'],
    ],
    ['tags', { add: ['vip'] }, ['changeTags', id, kim, { add: ['vip'], remove: [] }]],
    ['block', { is_blocked: true }, ['block', id, kim, true]],
    ['merge', { contact: 'contact-2' }, ['merge', id, kim, 'contact-2']],
  ])('reaches the engine in their name: %s %o', async (deed, body, recorded) => {
    await post(deed, body).expect(200);
    expect(house.engine.deeds).toEqual([recorded]);
  });

  it.each([
    'take',
    'reply',
    'resolve',
    'hand-back',
    'assign',
    'snooze',
    'notes',
    'tags',
    'block',
    'merge',
    'template',
  ])('meets no conversation of a workspace that they may not see: %s', async (deed) => {
    workspaces = ['elsewhere'];
    const all = {
      request_id: 'r',
      text: 'x',
      template: 't',
      language: 'en',
      until: null,
      is_blocked: true,
      contact: 'c',
    };
    const takes: Record<string, readonly (keyof typeof all)[]> = {
      reply: ['text', 'request_id'],
      notes: ['text', 'request_id'],
      template: ['template', 'language', 'request_id'],
      snooze: ['until'],
      block: ['is_blocked'],
      merge: ['contact'],
    };
    const body = Object.fromEntries((takes[deed] ?? []).map((key) => [key, all[key]]));
    const answer = await post(deed, body).expect(404);
    expect(answer.body.error.code).toBe('not_found');
    expect(house.engine.deeds).toEqual([]);
  });

  it.each(['bo', 'eve', 'nobody'])('is for nobody who cannot work on these chats: %s', async (to) => {
    const answer = await post('assign', { to }).expect(422);
    expect(answer.body.error.code).toBe('unknown_user');
    await post('notes', { text: 'x', mentions: [to], request_id: 'r' }).expect(422);
    expect(house.engine.deeds).toEqual([]);
  });

  it('takes files along that were uploaded here, and keeps them', async () => {
    const file = {
      token: 't'.repeat(43),
      kind: 'image',
      mimeType: 'image/png',
      name: 'a b.png',
      bytes: 3,
    } as const;
    const more = { userId: 'kim', content: Buffer.from('png'), createdAt: noon };
    house.store.uploads.push({ ...file, ...more, id: 'u1', conversationId: id });
    house.store.uploads.push({ ...file, ...more, id: 'u2', conversationId: 'another' });
    await post('reply', { uploads: ['u1'], request_id: 'r' }).expect(200);

    const url = `${publicUrl}/media/${file.token}/a%20b.png`;
    const media = [{ kind: 'image', url, alt: 'a b.png' }];
    expect(house.engine.deeds).toEqual([['reply', id, kim, { text: '', media }, 'r']]);
    expect(house.store.keptUploads).toEqual(['u1']);
    const refused = await post('reply', { uploads: ['u2'], request_id: 'r' }).expect(422);
    expect(refused.body.error.code).toBe('unknown_upload');
  });

  it('keeps a file before the answer is committed, so that no kill in between can lose it', async () => {
    const file = { kind: 'image', mimeType: 'image/png', name: 'a.png', bytes: 3, userId: 'kim' } as const;
    const upload = { ...file, id: 'u1', token: 't'.repeat(43), content: Buffer.from('png'), createdAt: noon };
    house.store.uploads.push({ ...upload, conversationId: id });
    house.engine.reply = () => Promise.reject(new Error('killed'));
    await post('reply', { uploads: ['u1'], request_id: 'r' }).expect(500);

    expect(house.store.keptUploads).toEqual(['u1']);
  });

  it('is not for programs, nor for who only reads', async () => {
    const asProgram = request(house.app)
      .post(`/api/v1/conversations/${id}/block`)
      .set('Authorization', `Bearer ${apiToken}`);
    await asProgram.send({ is_blocked: true }).expect(403);
    role = 'viewer';
    await post('block', { is_blocked: true }).expect(403);
    role = 'agent';
    await post('merge', { contact: 'contact-2' }).expect(403);
    expect(house.engine.deeds).toEqual([]);
  });
});
