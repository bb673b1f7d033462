import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { dump } from '../../../store/copying/dump.js';
import { say, Workshop } from './workshop.js';

const elsewhere = fileURLToPath(new URL('back-up-elsewhere.ts', import.meta.url));
let shop: Workshop;

beforeEach(async () => {
  shop = new Workshop();
  await shop.use('live.db', async (store) => {
    await say(store, 'ada', 'a secret of ada');
    await say(store, 'grace', 'yes');
  });
});

const backUp = (file = 'night.backup') => shop.call('live.db', 'store', 'backup', shop.path(file));

describe('heyword store backup', () => {
  it('writes all there is into one file that nobody else can read', async () => {
    const { exit, printed } = await backUp();

    expect({ exit, printed }).toMatchObject({
      exit: 0,
      printed: expect.stringMatching(/night\.backup: \d+\.\d MB, read through/) as string,
    });
    expect(dump(shop.path('night.backup'))).toEqual(dump(shop.path('live.db')));
    expect(statSync(shop.path('night.backup')).mode & 0o777).toBe(0o600);
    expect(shop.files().filter((name) => name.startsWith('night'))).toEqual(['night.backup']);
  });

  it('holds up no server that writes meanwhile, and has everything that was acknowledged before', async () => {
    await shop.use('live.db', async (store) => {
      for (let place = 0; place < 50; place += 1) await say(store, `before${place}`, 'hello');
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', elsewhere, shop.path('live.db'), shop.path('night.backup')],
        {
          stdio: 'inherit',
        },
      );
      const end = once(child, 'exit');
      let written = 0;
      for (; child.exitCode === null; written += 1) await say(store, `meanwhile${written}`, 'hello');

      expect(await end).toEqual([0, null]);
      expect(written).toBeGreaterThan(0);
    });
    const names = dump(shop.path('night.backup'))['aliases']?.map((row) => row['platform_id']);

    expect(names).toEqual(expect.arrayContaining(['ada', 'grace', 'before0', 'before49']));
    expect(await shop.call('night.backup', 'store', 'check')).toMatchObject({ exit: 0 });
  });

  it('has no byte of what was deleted, though the file that it is made of may', async () => {
    const client = new Sqlite(shop.path('live.db'));
    client.pragma('secure_delete = off');
    client.exec(`INSERT INTO notices VALUES ('hash', 'forget this'); DELETE FROM notices`);
    client.close();
    await backUp();
    const has = (file: string, text: string) => readFileSync(shop.path(file)).includes(text);

    expect([has('live.db', 'forget this'), has('night.backup', 'forget this')]).toEqual([true, false]);
    expect(has('night.backup', 'a secret of ada')).toBe(true);
  });

  it('writes over no file', async () => {
    writeFileSync(shop.path('night.backup'), 'mine');

    expect(await backUp()).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('already') as string,
    });
    expect(readFileSync(shop.path('night.backup'), 'utf8')).toBe('mine');
  });

  it('gives no name to a copy of what is damaged', async () => {
    const client = new Sqlite(shop.path('live.db'));
    client.pragma('wal_checkpoint(TRUNCATE)');
    client.close();
    const bytes = readFileSync(shop.path('live.db'));
    writeFileSync(shop.path('live.db'), bytes.fill(7, 4096, 40_960));

    expect(await backUp()).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('damaged') as string,
    });
    expect(shop.files().filter((name) => name.startsWith('night'))).toEqual([]);
  });

  it('asks for the file, and for a database', async () => {
    expect(await shop.call('live.db', 'store', 'backup')).toMatchObject({ exit: 2 });
    expect(await shop.call('nowhere.db', 'store', 'backup', shop.path('night.backup'))).toMatchObject({
      exit: 2,
    });
    expect(existsSync(shop.path('night.backup'))).toBe(false);
  });
});
