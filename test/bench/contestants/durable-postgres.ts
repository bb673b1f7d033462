import { PostgresServer } from '../../postgres/postgres-server.js';
import { connectOnce } from '../connect-once.js';

/** As an operator's: what it has acknowledged is on the disk. Starts when it is first asked for. */
export class DurablePostgres {
  #server: Promise<PostgresServer> | null = null;

  /** A superuser's address. */
  async url(): Promise<string> {
    this.#server ??= startDurable();
    return (await this.#server).url;
  }

  async end(): Promise<void> {
    await (await this.#server)?.end();
  }
}

async function startDurable(): Promise<PostgresServer> {
  const server = await PostgresServer.start();
  await connectOnce(server.url, [
    'alter system set fsync = on',
    'alter system set full_page_writes = on',
    "alter system set shared_buffers = '256MB'",
    "alter system set max_wal_size = '2GB'",
  ]);
  await server.stop();
  await server.resume();
  return server;
}
