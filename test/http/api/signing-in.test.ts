import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  arrive,
  arriveAsOwner,
  type Arrived,
  createStaffedHouse,
  password,
  pathOf,
  type StaffedHouse,
} from '../support/staffed-house.js';

const hour = 3_600_000;
const day = 24 * hour;
const half = 30_000;

let house: StaffedHouse;
let owner: Arrived;
beforeEach(async () => {
  house = await createStaffedHouse();
  owner = await arriveAsOwner(house);
});

const signIn = (email: string, given = password, browser = house.browser()) =>
  browser.send('post', '/session', { email, password: given }).then((answer) => ({ answer, browser }));

describe('the first owner', () => {
  it('comes in once, by the latest link, and sets up a second factor before anything else', async () => {
    const fresh = await createStaffedHouse();
    const [first, second] = [await fresh.identity.inviteOwner(), await fresh.identity.inviteOwner()];
    const browser = fresh.browser();
    await browser.get(pathOf(first!)).expect(404);
    const invited = await browser.get(pathOf(second!)).expect(200);
    expect(invited.body).toMatchObject({ kind: 'owner', role: 'owner', email: null });
    const who = { name: 'Olga', email: 'olga@example.com', password };
    const answer = await browser.send('post', pathOf(second!), who);
    expect(answer.body).toEqual({ state: 'second_factor_needed', me: null });
    await browser.get('/people').expect(401);
    await browser.get(pathOf(second!)).expect(404);
    expect((await fresh.browser().send('post', pathOf(second!), who)).status).toBe(404);
    expect(await fresh.identity.inviteOwner()).toBeNull();
  });

  it('is in with a second factor, and all that was known of it is sealed', async () => {
    const { body } = await owner.browser.get('/session').expect(200);
    expect(body).toMatchObject({
      state: 'signed_in',
      me: { user: { email: 'olga@example.com', role: 'owner', has_second_factor: true } },
    });
    expect(owner.recoveryCodes).toHaveLength(10);
    const kept = await house.staff.findUserByEmail('olga@example.com');
    expect(kept?.secondFactor).not.toContain(owner.secret);
    expect(JSON.stringify(kept)).not.toContain(owner.recoveryCodes[0]);
    expect(kept?.passwordHash).toMatch(/^\$argon2id\$/);
  });
});

describe('an invitation', () => {
  it('lets somebody in once, as what they were invited to be', async () => {
    const wanted = { email: 'Ann@Example.com', role: 'agent', capacity: 3 };
    const { body } = await owner.browser.send('post', '/people/invitations', wanted);
    const path = pathOf(body.link);
    const guest = house.browser();
    const accepted = await guest.send('post', path, { name: 'Ann', email: 'else@example.com', password });
    expect(accepted.body).toMatchObject({
      state: 'signed_in',
      me: { user: { name: 'Ann', email: 'ann@example.com', role: 'agent', capacity: 3 } },
    });
    expect((await house.browser().send('post', path, { name: 'Eve', password })).status).toBe(404);
    expect((await signIn('ann@example.com')).answer.body).toMatchObject({ state: 'signed_in' });
  });

  it('ends after seven days, or when it is withdrawn', async () => {
    const make = async (email: string) =>
      (await owner.browser.send('post', '/people/invitations', { email, role: 'agent' })).body;
    const [late, withdrawn] = [await make('late@example.com'), await make('gone@example.com')];
    await owner.browser.send('delete', `/people/invitations/${withdrawn.invitation.id}`);
    await house.browser().get(pathOf(withdrawn.link)).expect(404);
    house.pass(7 * day - 1);
    await house.browser().get(pathOf(late.link)).expect(200);
    house.pass(1);
    await house.browser().get(pathOf(late.link)).expect(404);
  });
});

describe('signing in', () => {
  it('gives a cookie that only this host, HTTPS and no script has', async () => {
    const { answer } = await signIn('olga@example.com');
    const [cookie] = answer.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(
      /^__Host-heyword=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('answers the same to a wrong password, to an unknown address and to whoever is disabled', async () => {
    const ann = await arrive(house, owner.browser, { email: 'ann@example.com', role: 'agent' });
    const { body } = await ann.browser.get('/session');
    await owner.browser.send('patch', `/people/${body.me.user.id}`, { is_disabled: true });
    const answers = [
      await signIn('olga@example.com', 'not the password'),
      await signIn('nobody@example.com'),
      await signIn('ann@example.com'),
    ].map(({ answer: { status, body } }) => ({ status, body }));
    expect(answers).toEqual(Array.from({ length: 3 }, () => answers[0]));
    expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'wrong' } } });
    await ann.browser.get('/session').expect(401);
  });

  it('goes on by a code, each of which lets in once, and with a new secret at each step', async () => {
    const { answer, browser } = await signIn('olga@example.com');
    expect(answer.body).toEqual({ state: 'code_needed', me: null });
    const halfIn = browser.session;
    await browser.get('/people').expect(401);
    house.pass(half);
    const code = house.codeOf(owner.secret);
    expect((await browser.send('post', '/session/code', { code: '000000' })).status).toBe(401);
    expect((await browser.send('post', '/session/code', { code })).body).toMatchObject({
      state: 'signed_in',
    });
    expect(browser.session).not.toBe(halfIn);
    await browser.get('/people').expect(200);
    browser.session = halfIn;
    await browser.get('/session').expect(401);
    const again = await signIn('olga@example.com');
    expect((await again.browser.send('post', '/session/code', { code })).status).toBe(401);
  });

  it('cannot set a second factor anew before the present one was given', async () => {
    const { browser } = await signIn('olga@example.com');
    expect((await browser.send('post', '/me/second-factor', { password })).status).toBe(409);
  });

  it('goes on by a recovery code, however it is typed, once', async () => {
    const code = owner.recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ');
    const first = await signIn('olga@example.com');
    const second = await signIn('olga@example.com');
    expect((await first.browser.send('post', '/session/code', { code })).status).toBe(200);
    expect((await second.browser.send('post', '/session/code', { code })).status).toBe(401);
  });

  it('is refused to pages of other servers', async () => {
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    const body = { email: 'olga@example.com', password };
    const answer = await request(house.app).post('/api/v1/session').set(foreign).send(body).expect(403);
    expect(answer.body.error.code).toBe('cross_site');
    expect(answer.get('Set-Cookie')).toBeUndefined();
  });
});

describe('a session', () => {
  const secretOf = ({ browser }: Arrived) => browser.session;

  it('ends when it is signed out, and everywhere when its password changes', async () => {
    const ann = await arrive(house, owner.browser, { email: 'ann@example.com', role: 'agent' });
    const other = (await signIn('ann@example.com')).browser;
    const third = (await signIn('ann@example.com')).browser;
    await third.send('delete', '/session');
    expect(third.session).toBeNull();
    const before = secretOf(ann);
    const next = 'another horse battery';
    expect((await ann.browser.send('post', '/me/password', { current: 'a guess', next })).status).toBe(401);
    await other.get('/session').expect(200);
    await ann.browser.send('post', '/me/password', { current: password, next });
    await ann.browser.get('/session').expect(200);
    expect(secretOf(ann)).not.toBe(before);
    await other.get('/session').expect(401);
    expect((await signIn('ann@example.com')).answer.status).toBe(401);
    expect((await signIn('ann@example.com', next)).answer.status).toBe(200);
  });

  it('ends after 7 days without a request, and after 30 days in any case', async () => {
    const idle = (await arrive(house, owner.browser, { email: 'ann@example.com', role: 'agent' })).browser;
    house.pass(7 * day - 1);
    await idle.get('/session').expect(200);
    house.pass(7 * day);
    await idle.get('/session').expect(401);
    const busy = (await signIn('ann@example.com')).browser;
    for (let week = 0; week < 4; week++) {
      house.pass(7 * day - 1);
      await busy.get('/session').expect(200);
    }
    house.pass(2 * day + 4);
    await busy.get('/session').expect(401);
  });

  it('is shown to its owner and ended by them, and by nobody else', async () => {
    const ann = await arrive(house, owner.browser, { email: 'ann@example.com', role: 'agent' });
    const { body } = await ann.browser.get('/me/sessions').expect(200);
    expect(body.items).toMatchObject([{ is_this: true }]);
    const path = `/me/sessions/${body.items[0].id}`;
    expect((await owner.browser.send('delete', path)).status).toBe(404);
    expect((await ann.browser.send('delete', path)).status).toBe(200);
    expect(ann.browser.session).toBeNull();
  });

  it('waits for a second factor when its owner comes to lead', async () => {
    const ann = await arrive(house, owner.browser, { email: 'ann@example.com', role: 'agent' });
    const { body } = await ann.browser.get('/session');
    await owner.browser.send('patch', `/people/${body.me.user.id}`, { role: 'lead' });
    expect((await ann.browser.get('/session').expect(200)).body.state).toBe('second_factor_needed');
    await ann.browser.get('/people').expect(401);
  });
});

describe('a reset', () => {
  it('signs its owner out, and lets them begin anew without their old second factor', async () => {
    const lea = await arrive(house, owner.browser, { email: 'lea@example.com', role: 'lead' });
    const { body } = await lea.browser.get('/session');
    const reset = await owner.browser.send('post', `/people/${body.me.user.id}/reset`);
    await lea.browser.get('/session').expect(401);
    const next = 'a wholly new password';
    const answer = await house.browser().send('post', pathOf(reset.body.link), { password: next });
    expect(answer.body).toEqual({ state: 'second_factor_needed', me: null });
    expect((await signIn('lea@example.com')).answer.status).toBe(401);
    const again = await house.browser().send('post', pathOf(reset.body.link), { password: next });
    expect(again.status).toBe(404);
  });
});

describe('whoever guesses', () => {
  it('waits longer and longer, by the account and where they are; somebody elsewhere does not', async () => {
    for (let guess = 0; guess < 5; guess++) {
      expect((await signIn('olga@example.com', 'a guess')).answer.status).toBe(401);
    }
    const { answer } = await signIn('olga@example.com');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(20);
    expect((await signIn('olga@example.com', password, house.browser('192.0.2.2'))).answer.status).toBe(200);
  });

  it('is forgiven when they know it after all', async () => {
    for (let round = 0; round < 3; round++) {
      for (let guess = 0; guess < 3; guess++) await signIn('olga@example.com', 'a guess');
      expect((await signIn('olga@example.com')).answer.status).toBe(200);
    }
  });

  it('is stopped where they are, whoever they try to be, and slows an account down from everywhere', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 31; guess++) {
      statuses.push((await signIn(`guess-${guess}@example.com`)).answer.status);
    }
    expect(new Set(statuses.slice(0, 30))).toEqual(new Set([401]));
    expect(statuses[30]).toBe(429);
    expect(house.pauses).toEqual([]);
    for (let guess = 0; guess < 21; guess++) {
      await signIn('olga@example.com', 'a guess', house.browser(`198.51.100.${guess}`));
    }
    expect(house.pauses).toEqual([1_000]);
    const elsewhere = await signIn('olga@example.com', password, house.browser('203.0.113.1'));
    expect(elsewhere.answer.status).toBe(200);
  });

  it('has five codes, from wherever they are', async () => {
    const { browser } = await signIn('olga@example.com');
    for (let guess = 0; guess < 5; guess++) {
      expect((await browser.send('post', '/session/code', { code: '123 456' })).status).toBe(401);
    }
    const other = (await signIn('olga@example.com', password, house.browser('192.0.2.9'))).browser;
    expect((await other.send('post', '/session/code', { code: '123456' })).status).toBe(429);
  });

  it('finds neither a password nor a token in the log', async () => {
    await signIn('olga@example.com', 'canary-password');
    await house.browser().get('/invitations/canary-token').expect(404);
    expect(house.logged()).not.toMatch(/canary|olga/);
  });
});
