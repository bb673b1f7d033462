/** A platform that takes every message at once, in a process of its own. Prints its port; answers GET /count. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let messages = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/count') {
      response.end(JSON.stringify({ messages }));
      return;
    }
    if (request.method === 'POST') messages += 1;
    response.end(JSON.stringify({ recipient_id: 'r', message_id: `p_${String(messages)}` }));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
process.on('SIGTERM', () => {
  process.exit(0);
});
