import type { TestProject } from 'vitest/node';
import { BorrowedServer } from './borrowed-server.js';
import { PostgresServer } from './postgres-server.js';
import { createTemplate } from './template.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** What is behind the ports in suites that run on both engines. */
    engine: 'sqlite' | 'postgres';
    /**
     * The PostgreSQL of this run, the name with which the names of its databases begin, and that of the one of which
     * migrated databases are copies.
     */
    postgres: { readonly url: string; readonly run: string; readonly template: string };
  }
}

interface RunServer {
  readonly url: string;
  readonly run: string;
  end(): Promise<void>;
}

/** Gives the tests of a project one PostgreSQL for the whole run: that of TEST_DATABASE_URL, or one from npm. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  try {
    const { url, run } = server;
    provide('postgres', { url, run, template: await createTemplate(url, run) });
    return () => server.end();
  } catch (error) {
    await server.end();
    throw error;
  }
}

async function findServer(): Promise<RunServer> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named !== undefined && named !== '') return BorrowedServer.join(named);
  const server = await PostgresServer.start();
  return { url: server.url, run: 'heyword_test', end: () => server.end() };
}
