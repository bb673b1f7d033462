import { defineConfig } from 'vitest/config';

/** The tests that stand for consent, claims, signatures and repetitions; those that need a server or a browser do not. */
export default defineConfig({
  test: {
    include: [
      'test/core/{consent,permission,window}.test.ts',
      'test/core/decide/**/*.test.ts',
      'test/channels/{meta,x,telegram}/{signature,signed-request,webhook,handshake}.test.ts',
      'test/store/salted-hash.test.ts',
      'test/store/transactions/*.test.ts',
      'test/store/sqlite/contract.test.ts',
    ],
    provide: { engine: 'sqlite' },
    pool: 'threads',
    testTimeout: 60_000,
  },
});
