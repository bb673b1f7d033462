import { describe, expect, it, onTestFinished } from 'vitest';
import type { RenewableToken, TokenRenewal } from '../../src/channels/channel.js';
import { sealToken } from '../../src/engine/token-seal.js';
import { Follower } from './stage/follower.js';
import { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

interface Asked {
  readonly token: string;
  readonly refreshToken: string | null;
}

/** A studio whose platforms renew tokens: each is the one before with a stroke behind it, and lasts 60 days. */
async function openStage(answer: (asked: RenewableToken) => TokenRenewal = renewed) {
  const env = new Map<string, string>();
  const secret = (name: string): string => env.get(name) ?? `value of ${name}`;
  const stage = await Stage.open({ files: studioFiles(), secret });
  onTestFinished(() => stage.close());
  const asked: Asked[] = [];
  stage.platform.renewals = (renewable) => {
    const { account, refreshToken } = renewable;
    if (account.accountId === '1002') return Promise.resolve(later);
    asked.push({ token: account.token, refreshToken });
    return Promise.resolve(answer(renewable));
  };
  await stage.stop();
  return { stage, asked, env };
}

const later: TokenRenewal = { ok: false, isFinal: false, explanation: 'Not today.' };

function renewed({ account, now }: RenewableToken): TokenRenewal {
  return { ok: true, token: `${account.token}'`, refreshToken: `refresh ${now}`, expiresAt: now + 60 * day };
}

async function start(stage: Stage): Promise<void> {
  await stage.start();
  await stage.time.settle();
}

async function restart(stage: Stage): Promise<void> {
  await stage.stop();
  await start(stage);
}

const troublesOf = async (stage: Stage) => (await stage.engine.readiness()).tokenTroubles;

describe('a token that its platform renews', () => {
  it('is renewed at first, and then in the last third of its life', async () => {
    const { stage, asked } = await openStage();
    await start(stage);
    expect(asked.map(({ token }) => token)).toEqual(['value of IG_TOKEN']);
    await stage.time.pass(39 * day);
    await stage.engine.renewTokens();
    expect(asked).toHaveLength(1);
    await stage.time.pass(2 * day);
    await stage.engine.renewTokens();
    expect(asked.map(({ token }) => token)).toEqual(['value of IG_TOKEN', "value of IG_TOKEN'"]);
  });

  it('is asked for by the refresh token that came with the last one', async () => {
    const { stage, asked } = await openStage();
    await start(stage);
    const firstAt = stage.time.now();
    await stage.time.pass(50 * day);
    await stage.engine.renewTokens();
    expect(asked.map(({ refreshToken }) => refreshToken)).toEqual([null, `refresh ${firstAt}`]);
  });

  it('is used at once, and by the next process', async () => {
    const { stage, asked } = await openStage();
    await start(stage);
    const ada = new Follower(stage);
    await ada.says('link');
    await restart(stage);
    await ada.says('link');
    expect(ada.sends.map(({ token }) => token)).toEqual(["value of IG_TOKEN'", "value of IG_TOKEN'"]);
    expect(asked).toHaveLength(1);
  });

  it('outlasts a reload of the files', async () => {
    const { stage } = await openStage();
    await start(stage);
    await stage.reload();
    const ada = new Follower(stage);
    await ada.says('link');
    expect(ada.sends[0]?.token).toBe("value of IG_TOKEN'");
  });

  it('gives way to another one in the environment', async () => {
    const { stage, asked, env } = await openStage();
    await start(stage);
    env.set('IG_TOKEN', 'a new login');
    stage.platform.renewals = () => Promise.resolve(later);
    await restart(stage);
    const ada = new Follower(stage);
    await ada.says('link');
    expect(ada.sends[0]?.token).toBe('a new login');
    expect(asked).toHaveLength(1);
  });

  it('stands in the store only sealed, and never in the log', async () => {
    const { stage } = await openStage();
    await start(stage);
    const state = await stage.store.readAccountState('main', 'studio_ig');
    expect(state?.token).toEqual(expect.any(String));
    for (const text of [JSON.stringify(state), JSON.stringify(stage.logged)]) {
      expect(text).not.toContain('value of IG_TOKEN');
      expect(text).not.toContain('refresh 1');
    }
  });

  it('is written down before it is used', async () => {
    const { stage } = await openStage();
    let isWritten = false;
    await start(stage);
    await stage.time.pass(50 * day);
    const { store, workspaces } = stage;
    const change = store.changeAccountState.bind(store);
    store.changeAccountState = async (...given) => {
      const used = workspaces.accountByName('main', 'studio_ig')?.token;
      if (given[2].token !== undefined) {
        expect(used).toBe("value of IG_TOKEN'");
        isWritten = true;
      }
      return change(...given);
    };
    await stage.engine.renewTokens();
    expect(isWritten).toBe(true);
    expect(workspaces.accountByName('main', 'studio_ig')?.token).toBe("value of IG_TOKEN''");
  });
});

describe('a refused token', () => {
  it('is renewed at once, and the message goes out', async () => {
    const { stage } = await openStage();
    await start(stage);
    await stage.time.pass(day);
    stage.platform.script = [{ says: 'auth', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('link');
    await stage.time.pass(5 * second);
    expect(ada.sends.map(({ token }) => token)).toEqual(["value of IG_TOKEN'", "value of IG_TOKEN''"]);
    expect(ada.heard).toEqual(['Here it is.']);
    expect((await stage.engine.readiness()).stoppedAccounts).toEqual([]);
  });

  it('stops the account where it was renewed just before', async () => {
    const { stage, asked } = await openStage();
    await start(stage);
    stage.platform.script = [{ says: 'auth', after: 0 }];
    await new Follower(stage).says('link');
    await stage.time.pass(5 * second);
    expect(asked).toHaveLength(1);
    expect((await stage.engine.readiness()).stoppedAccounts).toHaveLength(1);
  });

  it('stops the account where it cannot be renewed, until it can', async () => {
    let answer: TokenRenewal = later;
    const { stage } = await openStage((asked) => (answer === later ? later : renewed(asked)));
    await start(stage);
    stage.platform.script = [{ says: 'auth', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('link');
    await stage.time.pass(5 * second);
    expect((await stage.engine.readiness()).stoppedAccounts).toHaveLength(1);

    answer = { ...later, explanation: 'Now.' };
    await stage.engine.renewTokens();
    await stage.time.pass(2 * minute);
    expect((await stage.engine.readiness()).stoppedAccounts).toEqual([]);
    expect(ada.heard).toEqual(['Here it is.']);
  });
});

describe('a token that cannot be renewed', () => {
  it('for good, is named, and not asked for again', async () => {
    const { stage, asked } = await openStage(() => ({
      ok: false,
      isFinal: true,
      explanation: 'It was revoked.',
    }));
    await start(stage);
    await stage.engine.renewTokens();
    expect(asked).toHaveLength(1);
    expect(await troublesOf(stage)).toEqual([
      {
        account: 'main/studio_ig',
        explanation: 'The token could not be renewed: It was revoked.',
        expiresAt: null,
      },
    ]);
  });

  it('for now, is named when its end is near, with its end, as long as that lasts', async () => {
    let isWilling = true;
    const { stage } = await openStage((asked) => (isWilling ? renewed(asked) : later));
    await start(stage);
    const expiresAt = stage.time.now() + 60 * day;
    isWilling = false;
    await stage.time.pass(45 * day);
    await stage.engine.renewTokens();
    expect(await troublesOf(stage)).toEqual([
      { account: 'main/studio_ig', explanation: 'The token could not be renewed: Not today.', expiresAt },
    ]);
    isWilling = true;
    await stage.engine.renewTokens();
    expect(await troublesOf(stage)).toEqual([]);
  });
});

describe('of two processes', () => {
  it('the one that claims a renewal second renews nothing, and uses what the other got', async () => {
    const { stage, asked } = await openStage();
    await start(stage);
    await stage.time.pass(50 * day);
    const { store } = stage;
    const change = store.changeAccountState.bind(store);
    const owner = { workspace: 'main', name: 'studio_ig', secrets: ['value of APP_SECRET'] };
    const byTheOther = {
      token: sealToken(owner, 'from elsewhere'),
      tokenExpiresAt: stage.time.now() + 60 * day,
    };
    let isFirst = true;
    store.changeAccountState = async (...given) => {
      if (isFirst) await change('main', 'studio_ig', byTheOther, { now: stage.time.now() });
      isFirst = false;
      return change(...given);
    };
    await stage.time.passUntil(stage.engine.renewTokens());
    expect(asked).toHaveLength(1);
    const ada = new Follower(stage);
    await ada.says('link');
    expect(ada.sends[0]?.token).toBe('from elsewhere');
  });
});
