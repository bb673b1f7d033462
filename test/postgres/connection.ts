import pg from 'pg';
import { onTestFinished } from 'vitest';

/** A connection that ends with the test at the latest, and by whose end the test is not troubled. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  onTestFinished(() => client.end());
  await client.connect();
  return client;
}

/** Resolves when a connection is no more, whatever ended it. */
export function endOf(client: pg.Client): Promise<void> {
  return new Promise((resolve) => client.once('end', resolve));
}
