import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/contract/roles.js';
import type { SignedIn } from '../../../src/inbox/identity/signed-in.js';
import { createApiClient } from '../support/api-client.js';
import { kim } from '../support/colleagues.js';
import { identityKnowing } from '../support/fake-identity.js';
import { createHouse, type House } from '../support/house.js';
import { noon } from '../support/people.js';

const igAccount = { workspace: 'studio', name: 'ig', channel: 'instagram' } as const;
const xAccount = { workspace: 'studio', name: 'x', channel: 'x' } as const;
const otherAccount = { workspace: 'elsewhere', name: 'ig', channel: 'instagram' } as const;

/** As whom Kim is here: the role is the secret of the session. */
function houseOf(): House {
  const findSession = (role: string): Promise<SignedIn> =>
    Promise.resolve({
      ...{ user: { ...kim, role: role as Role }, sessionId: 's1', standing: 'signed_in' },
    });
  const house = createHouse({ identity: identityKnowing(findSession) });
  house.engine.accountList = [igAccount, xAccount, otherAccount];
  return house;
}

const ask = ({ app }: House, role: string) =>
  request(app).get('/api/v1/accounts').set('Cookie', `__Host-heyword=${role}`);

describe('GET /api/v1/accounts', () => {
  it('shows people the accounts of the workspaces that they may see, and programs all', async () => {
    const house = houseOf();
    const { body } = await ask(house, 'lead').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['ig', 'x']);
    await ask(house, 'agent').expect(403);
    const { get, engine } = createApiClient();
    engine.accountList = [igAccount, otherAccount];
    expect((await get('/accounts').expect(200)).body.items).toHaveLength(2);
  });

  it('says of one that all is well, and what it may still send', async () => {
    const house = houseOf();
    const budget = { account: 'studio/x', most: 15, left: 4, renewsAt: noon };
    house.engine.health = {
      ...house.engine.health,
      budgets: [
        { ...budget, per: 900_000 },
        { ...budget, per: 86_400_000, left: 500, most: 500, renewsAt: null },
        { ...budget, account: 'elsewhere/x', per: 900_000 },
      ],
    };
    const { body } = await ask(house, 'owner').expect(200);
    const well = { state: 'good', troubles: [], rests_until: null };
    expect(body.items).toEqual([
      { ...igAccount, ...well, budgets: [] },
      {
        ...xAccount,
        ...well,
        budgets: [
          { what: 'messages in 15 minutes', left: 4, of: 15, renews_at: '2026-11-22T12:00:00.000Z' },
          { what: 'messages in 24 hours', left: 500, of: 500, renews_at: null },
        ],
      },
    ]);
  });

  it('says why one is stopped, how long another rests, and what else is the matter', async () => {
    const house = houseOf();
    const [ig, x] = ['studio/ig', 'studio/x'];
    house.engine.health = {
      ...house.engine.health,
      stoppedAccounts: [{ account: ig, reason: 'The token is not valid any more.' }],
      tokenTroubles: [{ account: ig, explanation: 'It could not be renewed.', expiresAt: noon }],
      accountNotices: [{ account: ig, kind: 'policy_enforced', explanation: 'Too many reports.', at: noon }],
      pausedAccounts: [{ account: x, reason: 'The platform asked for it.', until: noon + 60_000 }],
      budgets: [{ account: x, per: 900_000, most: 15, left: 0, renewsAt: noon + 90_000 }],
      catchingUp: [{ account: ig, since: noon, found: 3, taken: 0 }],
    };
    const { body } = await ask(house, 'marketer').expect(200);
    expect(body.items).toMatchObject([
      {
        ...{ name: 'ig', state: 'stopped', rests_until: null },
        troubles: ['The token is not valid any more.', 'It could not be renewed.', 'Too many reports.'],
      },
      {
        ...{ name: 'x', state: 'slowed', rests_until: '2026-11-22T12:01:30.000Z' },
        troubles: ['The platform asked for it.'],
      },
    ]);
  });
});
