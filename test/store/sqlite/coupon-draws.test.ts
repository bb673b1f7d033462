import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { createSqliteStore } from '../../../src/store/sqlite/open.js';
import { applyOne, noon, nothing, writes } from '../contract/world.js';
import { scratchPath } from './scratch.js';

const given = 10_000;
const codes = Array.from({ length: given + 20 }, (_, place) => `CODE-${String(place)}`);

/** A list that notes how many of its codes are looked at. */
function noting(list: readonly string[]): { readonly list: readonly string[]; looks: number } {
  const noted = { list, looks: 0 };
  noted.list = new Proxy(list, {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/u.test(name)) noted.looks += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  return noted;
}

it('looks past the codes of a list that were given once, not at each draw', async () => {
  const client = openConnection(scratchPath());
  const store = createSqliteStore(client, randomUUID, randomBytes);
  onTestFinished(() => store.close());
  const insert = client.prepare(
    `insert into coupons (workspace, account, list, code, given_at) values ('nord', 'studio_ig', 'spring', ?, 0)`,
  );
  client.transaction(() => {
    for (const code of codes.slice(0, given)) insert.run(code);
  })();

  const noted = noting(codes);
  const draw = async (contact: string): Promise<string | null> => {
    const { conversationId } = await applyOne(store, writes('hello', { contact }), nothing);
    const wish = { conversationId, requestId: `for ${contact}`, list: 'spring', perContact: 1, now: noon };
    return store.drawCoupon({ ...wish, codes: noted.list });
  };
  expect(await draw('ada')).toBe(`CODE-${String(given)}`);

  noted.looks = 0;
  const drawn: (string | null)[] = [];
  for (let number = 0; number < 10; number += 1) drawn.push(await draw(`f${String(number)}`));

  expect(drawn).toEqual(codes.slice(given + 1, given + 11));
  expect(noted.looks).toBeLessThanOrEqual(2 * drawn.length);
});
