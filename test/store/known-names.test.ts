import { expect, it } from 'vitest';
import { KnownNames } from '../../src/store/transactions/known-names.js';
import type { PlatformAddress } from '../../src/store/transactions/rows.js';

const called = (contactPlatformId: string, ...alsoKnownAs: readonly string[]): PlatformAddress => ({
  ...{ kind: 'platform', workspace: 'main', account: 'studio_ig', channel: 'instagram' },
  ...{ contactPlatformId, alsoKnownAs },
});
const noon = Date.UTC(2026, 10, 22, 10);

it('knows names as one contact’s in whatever order they come, and no others', () => {
  const names = new KnownNames();
  names.add(called('ada', 'ida'), noon);
  expect(names.has(called('ida', 'ada'), noon)).toBe(true);
  expect(names.has(called('ada', 'ida', 'zoe'), noon)).toBe(false);
});

it('knows them for minutes, since another process may have erased whose they were', () => {
  const names = new KnownNames();
  names.add(called('ada', 'ida'), noon);
  expect(names.has(called('ada', 'ida'), noon + 4 * 60_000)).toBe(true);
  expect(names.has(called('ada', 'ida'), noon + 5 * 60_000)).toBe(false);
  names.add(called('ada', 'ida'), noon + 5 * 60_000);
  expect(names.has(called('ada', 'ida'), noon + 9 * 60_000)).toBe(true);
});
