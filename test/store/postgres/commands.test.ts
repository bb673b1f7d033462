import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openPostgresTool } from '../../../src/store/postgres/open.js';
import { contactIdOf, erase, say, Workshop } from '../../cli/data/store/workshop.js';
import { keepOpen } from '../copying/ends.js';
import { scratchDatabase } from './scratch.js';

it('a server on PostgreSQL is backed up, and restored without whoever was erased since', async () => {
  const shop = new Workshop();
  const [live, fresh] = [await scratchDatabase(), await scratchDatabase()];
  const server = await keepOpen(openPostgresTool(live, randomUUID));
  await say(server, 'ada', 'yes');
  await say(server, 'grace', 'yes');
  const backup = await shop.callAt(live, 'store', 'backup', shop.path('night.backup'));
  await say(server, 'grace', 'stop', 1);
  await erase(server, 'grace');
  const restored = await shop.callAt(
    fresh,
    'store',
    'restore',
    shop.path('night.backup'),
    '--erasures-from',
    live,
  );
  const next = await keepOpen(openPostgresTool(fresh, randomUUID));
  await say(next, 'grace', 'hello again', 2);

  expect(backup).toMatchObject({ exit: 0, complained: '' });
  expect(restored).toMatchObject({ exit: 0, complained: '' });
  expect(restored.printed).toContain('Erased again: 1 contact (1 contact');
  expect(await contactIdOf(next, 'ada')).toBe(await contactIdOf(server, 'ada'));
  expect((await next.findConversation('studio_ig', 'grace'))?.consent.stopped).not.toBeNull();
  expect(await shop.callAt(fresh, 'store', 'check')).toMatchObject({ exit: 0 });
  expect((await shop.callAt(fresh, 'store', 'erasures')).printed).toBe(
    (await shop.callAt(live, 'store', 'erasures')).printed,
  );
});
