import { PostgresServer } from './postgres-server.js';

// The process of postgres-server.test.ts that is killed: starts a server, says where, and stays.
const { url } = await PostgresServer.start();
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
