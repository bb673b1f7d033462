import { describe, expect } from 'vitest';
import type { AccountNotice } from '../../src/channels/channel.js';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

function notice(kind: AccountNotice['kind'], change: Partial<AccountNotice> = {}): AccountNotice {
  return {
    channel: 'instagram',
    accountId: '1001',
    kind,
    explanation: `It says ${kind}.`,
    occurredAt: 1_000,
    ...change,
  };
}

describe('what a platform says about an account', () => {
  it.for(['policy_enforced', 'access_revoked'] as const)('stops it: %s', async (kind, { stage }) => {
    stage.engine.notice([notice(kind)]);
    const [ada, cleo] = [new Follower(stage), new Follower(stage, 'studio_page')];
    await ada.says('link');
    await cleo.says('link');
    expect([ada.sends.length, cleo.heard.length]).toEqual([0, 1]);
    expect((await stage.engine.readiness()).stoppedAccounts).toEqual([
      { account: 'main/studio_ig', reason: `It says ${kind}.` },
    ]);
  });

  it('lets it go on where a policy was lifted', async ({ stage }) => {
    stage.engine.notice([notice('policy_enforced')]);
    const ada = new Follower(stage);
    await ada.says('link');
    stage.engine.notice([notice('policy_lifted')]);
    await stage.time.pass(61_000);
    expect(ada.heard).toEqual(['Here it is.']);
    expect((await stage.engine.readiness()).stoppedAccounts).toEqual([]);
  });

  it('takes nothing back that was said later, and is heard once, however often it is delivered', async ({
    stage,
  }) => {
    const block = notice('policy_enforced', { occurredAt: 1_000 });
    stage.engine.notice([notice('policy_lifted', { occurredAt: 2_000 }), block]);
    const ada = new Follower(stage);
    await ada.says('link');
    stage.engine.notice([block]);
    expect(ada.heard).toEqual(['Here it is.']);
    const { accountNotices, stoppedAccounts } = await stage.engine.readiness();
    expect(stoppedAccounts).toEqual([]);
    expect(accountNotices.map(({ kind }) => kind)).toEqual(['policy_lifted', 'policy_enforced']);
  });

  it('is told to the operator and stops nothing where it only changed', async ({ stage }) => {
    stage.engine.notice([notice('quality_changed')]);
    const ada = new Follower(stage);
    await ada.says('link');
    expect(ada.heard).toEqual(['Here it is.']);
    expect(stage.logged).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });

  it('is shown with its time, the last few of each account', async ({ stage }) => {
    for (let at = 0; at < 7; at += 1) stage.engine.notice([notice('template_changed', { occurredAt: at })]);
    stage.engine.notice([notice('account_changed', { channel: 'messenger', accountId: '1002' })]);
    const { accountNotices } = await stage.engine.readiness();
    expect(accountNotices.map(({ account, at }) => `${account} ${at}`)).toEqual([
      ...[2, 3, 4, 5, 6].map((at) => `main/studio_ig ${at}`),
      'main/studio_page 1000',
    ]);
  });

  it('is heard by a send that fails for more than its message', async ({ stage }) => {
    stage.platform.script = [{ says: 'invalid', after: 0, alert: 'template_changed' }];
    await new Follower(stage).says('link');
    expect((await stage.engine.readiness()).accountNotices).toMatchObject([
      { account: 'main/studio_ig', kind: 'template_changed' },
    ]);
  });

  it('is logged of a send by the name that its support knows the failure by', async ({ stage }) => {
    stage.platform.script = [{ says: 'invalid', after: 0, trace: 'AbCdEf123' }];
    await new Follower(stage).says('link');
    expect(stage.logged).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        facts: expect.objectContaining({ class: 'invalid', attempts: 1, trace: 'AbCdEf123' }) as object,
      }),
    );
  });

  it('is nothing of ours where it is about somebody else’s account', async ({ stage }) => {
    stage.engine.notice([notice('access_revoked', { accountId: '999' })]);
    expect(await stage.engine.readiness()).toMatchObject({ stoppedAccounts: [], accountNotices: [] });
  });
});
