import type { TestProject } from 'vitest/node';
import { BorrowedServer } from './borrowed-server.js';
import { PostgresServer } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this run, and the name with which the names of its databases begin. */
    postgres: { readonly url: string; readonly run: string };
  }
}

/** Gives the tests of a project one PostgreSQL for the whole run: that of TEST_DATABASE_URL, or one from npm. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') {
    const server = await BorrowedServer.join(named);
    provide('postgres', { url: server.url, run: server.run });
    return () => server.end();
  }
  const server = await PostgresServer.start();
  provide('postgres', { url: server.url, run: 'heyword_test' });
  return () => server.end();
}
