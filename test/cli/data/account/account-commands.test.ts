import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountCheckCommand } from '../../../../src/cli/data/account/check.js';
import { accountSubscribeCommand } from '../../../../src/cli/data/account/subscribe.js';
import { fingerprint, sealToken } from '../../../../src/engine/token-seal.js';
import { openSqliteStore } from '../../../../src/store/sqlite/open.js';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/fake-telegram.js';
import { type FakeX, startFakeX } from '../../../platforms/fake-x.js';
import { run } from '../../memory-terminal.js';

const workspaceFile = `brand: Studio Nord
languages: [en]
accounts:
  - { channel: telegram, name: studio_bot, id: "4000000001", token: $TELEGRAM_TOKEN, secret: $TELEGRAM_SECRET }
  - channel: x
    name: studio_x
    id: "55001"
    token: $X_TOKEN
    secret: $X_SECRET
    client_id: $X_CLIENT_ID
    refresh_token: $X_REFRESH
`;
const guideFile = `flow: guide
title: The guide
start: [{ keyword: guide }, { menu: The guide }]
steps: [{ say: Here is the guide }]
`;

let folder: string;
let telegram: FakeTelegram;
let x: FakeX;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heyword-account-'));
  mkdirSync(join(folder, 'flows'));
  writeFileSync(join(folder, 'flows', 'workspace.yaml'), workspaceFile);
  writeFileSync(join(folder, 'flows', 'guide.yaml'), guideFile);
  telegram = await startFakeTelegram();
  x = await startFakeX();
});

afterEach(async () => {
  await telegram.close();
  await x.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({
  FLOWS_DIR: join(folder, 'flows'),
  DATABASE_URL: `file:${join(folder, 'heyword.db')}`,
  // Nobody listens there: the port is the one of discard.
  PUBLIC_URL: 'https://127.0.0.1:9',
  TELEGRAM_API_URL: telegram.url,
  TELEGRAM_TOKEN: '4000000001:canary-telegram-token',
  TELEGRAM_SECRET: 'secret-of-the-webhook',
  X_API_URL: x.url,
  X_TOKEN: 'at-of-two-hours-ago',
  X_SECRET: 'consumer-secret',
  X_CLIENT_ID: 'client',
  X_REFRESH: 'rt-used-up',
});

const call = (line: string, change: Readonly<Record<string, string>> = {}) =>
  run([accountCheckCommand, accountSubscribeCommand], line.split(' '), {
    environment: { ...environment(), ...change },
  });

describe('heyword account subscribe', () => {
  it('tells Telegram where to deliver, what proves it, and which commands start flows', async () => {
    const { printed } = await call('account subscribe --account studio_bot');
    expect(printed).toContain('studio_bot (telegram, workspace main)');
    const settings = JSON.stringify([...telegram.settings.values()]);
    expect(settings).toContain('https://127.0.0.1:9/webhooks/telegram/studio_bot');
    expect(settings).toContain('secret-of-the-webhook');
    expect(settings).toContain('The guide');
    expect(telegram.violations).toEqual([]);
  });
});

describe('heyword account check', () => {
  it('says of each account what its platform says, and what is out of reach', async () => {
    const { exit, printed } = await call('account check');
    expect(exit).toBe(1);
    expect(printed).toMatch(/studio_bot[^]*✗ webhook:[^]*→/u);
    expect(printed).toContain('cannot be reached from here (ECONNREFUSED)');
    expect(printed).toMatch(/studio_x[^]*✗ token/u);
    expect(printed).not.toContain('canary');
  });

  it('names what the environment lacks, and asks nobody then', async () => {
    const { exit, printed } = await call('account check --account studio_bot', { TELEGRAM_SECRET: '' });
    expect(exit).toBe(1);
    expect(printed).toContain('TELEGRAM_SECRET is not set');
    expect(telegram.requests).toEqual([]);
  });

  it('asks with the token that the server has renewed since', async () => {
    const { token } = x.grants.issue('55001');
    const owner = { workspace: 'main', name: 'studio_x', secrets: ['consumer-secret'] };
    const store = openSqliteStore({ path: join(folder, 'heyword.db'), newId: randomUUID });
    await store.changeAccountState(
      'main',
      'studio_x',
      { token: sealToken(owner, token), tokenSource: fingerprint(owner, 'at-of-two-hours-ago') },
      { now: 1 },
    );
    await store.close();
    const { printed } = await call('account check --account studio_x');
    expect(printed).toMatch(/✓ token/u);
  });

  it('shows as JSON what programs read', async () => {
    const { printed } = await call('account check --account studio_bot --json');
    expect(JSON.parse(printed)).toMatchObject([{ name: 'studio_bot', channel: 'telegram' }]);
  });

  it('says which accounts there are when it is asked for another', async () => {
    const { exit, complained } = await call('account check --account studio');
    expect(exit).toBe(2);
    expect(complained).toContain('There are: studio_bot, studio_x.');
  });
});
