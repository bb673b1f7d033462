/**
 * The bare limit (design: speed): the same Express with an HMAC check and a JSON parse that answers 200 and does
 * nothing. Prints its port.
 *
 * Usage: bare-limit.ts <app secret>
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';

const [secret = ''] = process.argv.slice(2);
const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.post('/webhooks/meta', express.raw({ type: () => true, limit: '4mb' }), (request, response) => {
  const body = request.body as Buffer;
  const given = Buffer.from((request.get('x-hub-signature-256') ?? '').slice('sha256='.length), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    response.status(401).end();
    return;
  }
  JSON.parse(body.toString('utf8'));
  response.status(200).end();
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
process.on('SIGTERM', () => {
  process.exit(0);
});
