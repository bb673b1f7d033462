import { beforeEach, describe, expect, it } from 'vitest';
import { acquireServerLock } from '../../../../src/store/sqlite/server-lock.js';
import { dump } from '../../../store/copying/dump.js';
import { say, Workshop } from './workshop.js';

let shop: Workshop;

beforeEach(async () => {
  shop = new Workshop();
  await shop.use('old.db', (store) => say(store, 'ada', 'yes'));
});

const address = (name: string) => `file:${shop.path(name)}`;
const copy = (...places: readonly string[]) => shop.call('unused.db', 'store', 'copy', ...places);

describe('heyword store copy', () => {
  it('moves everything, and says so', async () => {
    const { exit, printed, complained } = await copy(address('old.db'), address('new.db'));

    expect({ exit, complained }).toEqual({ exit: 0, complained: '' });
    expect(printed).toBe(
      [
        `6 rows copied to ${shop.path('new.db')}. Every table has as many as it had.`,
        'The consent ledger: 1 contact, 1 entry, all of it holds.',
      ].join('\n'),
    );
    expect(dump(shop.path('new.db'))).toEqual(dump(shop.path('old.db')));
    expect(await shop.call('new.db', 'store', 'check')).toMatchObject({ exit: 0 });
  });

  it('tells how far it is, a line a table where nobody watches', async () => {
    await copy(address('old.db'), address('new.db'));

    expect(shop.shown).toContain('ledger: 2 of 6 rows so far\n');
    expect(shop.shown).not.toContain('\u001b');
  });

  it('needs two databases, of which the first is there', async () => {
    expect(await copy(address('old.db'))).toMatchObject({ exit: 2 });
    expect(await copy(address('nowhere.db'), address('new.db'))).toMatchObject({ exit: 2 });
    expect(await copy(address('old.db'), address('old.db'))).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('the same database') as string,
    });
    expect(await copy(address('old.db'), 'mysql://there')).toMatchObject({ exit: 2 });
  });

  it('says who uses a database that it may not touch', async () => {
    const lock = acquireServerLock(shop.path('old.db'));

    expect(await copy(address('old.db'), address('new.db'))).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('already uses') as string,
    });
    lock.release();
  });
});
