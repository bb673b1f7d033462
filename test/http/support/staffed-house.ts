import { randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import { generateSync } from 'otplib';
import { createIdentity } from '../../../src/inbox/identity/create-identity.js';
import type { Identity } from '../../../src/inbox/identity/identity.js';
import { Passwords } from '../../../src/inbox/identity/passwords.js';
import { createSecretSeal } from '../../../src/inbox/identity/secret-seal.js';
import { SignInLimits } from '../../../src/inbox/identity/sign-in-limits.js';
import type { Store } from '../../../src/store/store.js';
import { openAt, scratchPath } from '../../store/sqlite/scratch.js';
import { createHouse, type House, publicUrl } from './house.js';
import { noon } from './people.js';

export const password = 'correct horse battery';

/** Somebody's browser: it keeps the session that it is given, and sends it with the page that asks. */
export interface Browser {
  readonly get: (path: string) => request.Test;
  readonly send: (
    method: 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
  ) => Promise<request.Response>;
  /** Null: signed out. */
  session: string | null;
}

export interface StaffedHouse extends House {
  readonly staff: Store;
  readonly identity: Identity;
  /** How often somebody was made to wait. */
  readonly pauses: number[];
  readonly browser: (address?: string) => Browser;
  /** Lets time pass, ms. */
  readonly pass: (milliseconds: number) => void;
  /** What an authenticator shows now. */
  readonly codeOf: (secret: string) => string;
}

/** A house with real people in it: identity as it is, over a real SQLite file, with passwords that are quickly hashed. */
export async function createStaffedHouse(): Promise<StaffedHouse> {
  const store = openAt(scratchPath());
  const pauses: number[] = [];
  let time = noon;
  const now = (): number => time;
  const identity = createIdentity({
    store,
    passwords: new Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 }),
    limits: new SignInLimits(async (milliseconds) => void pauses.push(milliseconds)),
    seal: createSecretSeal('a-secret-of-this-test-and-no-other', randomBytes),
    ...{ now, newId: randomUUID, random: randomBytes, publicUrl },
  });
  const house = createHouse({ identity, staff: store, now, trustedProxies: 1 });
  return {
    ...house,
    ...{ staff: store, identity, pauses },
    browser: (address = '192.0.2.1') => openBrowser(house, address),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    codeOf: (secret) => generateSync({ secret, epoch: Math.floor(time / 1_000) }),
  };
}

function openBrowser({ app }: House, address: string): Browser {
  const browser: Browser = {
    session: null,
    get: (path) => prepared(request(app).get(`/api/v1${path}`)),
    send: async (method, path, body) => {
      const answer = await prepared(request(app)[method](`/api/v1${path}`)).send(body);
      const [cookie] = answer.get('Set-Cookie') ?? [];
      const kept = /^__Host-heyword=([^;]*)/.exec(cookie ?? '')?.[1];
      if (kept !== undefined) browser.session = kept === '' ? null : kept;
      return answer;
    },
  };
  const prepared = (asked: request.Test): request.Test => {
    const named = asked.set({
      'X-Forwarded-For': address,
      Origin: publicUrl,
      'Sec-Fetch-Site': 'same-origin',
    });
    return browser.session === null ? named : named.set('Cookie', `__Host-heyword=${browser.session}`);
  };
  return browser;
}

/** The path of the API that a link leads to. */
export function pathOf(link: string): string {
  return link.replace(`${publicUrl}/welcome`, '/invitations');
}

export interface Arrived {
  readonly browser: Browser;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets a second factor up; whoever does is in. */
export async function setUpSecondFactor(house: StaffedHouse, browser: Browser): Promise<Arrived> {
  const begun = await browser.send('post', '/me/second-factor', { password });
  const { secret } = begun.body as { readonly secret: string };
  const done = await browser.send('post', '/me/second-factor/confirm', { code: house.codeOf(secret) });
  const { recovery_codes: recoveryCodes } = done.body as { readonly recovery_codes: readonly string[] };
  return { browser, secret, recoveryCodes };
}

/** The first owner, by the link that the first start prints. */
export async function arriveAsOwner(house: StaffedHouse): Promise<Arrived> {
  const link = await house.identity.inviteOwner();
  const browser = house.browser();
  await browser.send('post', pathOf(link ?? ''), { name: 'Olga', email: 'olga@example.com', password });
  return setUpSecondFactor(house, browser);
}

/** Somebody whom the owner invites, and who accepts. */
export async function arrive(
  house: StaffedHouse,
  owner: Browser,
  wanted: { readonly email: string; readonly role: string; readonly workspaces?: readonly string[] },
): Promise<Arrived> {
  const { body } = await owner.send('post', '/people/invitations', wanted);
  const browser = house.browser();
  await browser.send('post', pathOf((body as { readonly link: string }).link), {
    name: wanted.email.replace(/@.*/, ''),
    password,
  });
  const needsMore = ['owner', 'lead'].includes(wanted.role);
  return needsMore ? setUpSecondFactor(house, browser) : { browser, secret: '', recoveryCodes: [] };
}
