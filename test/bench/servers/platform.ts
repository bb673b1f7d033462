/**
 * The platforms, in a process of their own: they take every message at once, as Instagram or as Telegram would. Prints its
 * port.
 *
 * `GET /count` tells how many messages have come; `GET /arrivals` when the first one to each contact began to come, ms of the
 * machine's steady clock, and forgets it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { steadyNow } from '../measures/steady-now.js';

interface Call {
  readonly recipient?: { readonly id: string };
  readonly chat_id?: string | number;
}

let messages = 0;
let arrivals = new Map<string, number>();

const server = createServer((request, response) => {
  const at = steadyNow();
  answer(request, response, at).catch((error: unknown) => {
    response.destroy(error as Error);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
process.on('SIGTERM', () => {
  process.exit(0);
});

async function answer(request: IncomingMessage, response: ServerResponse, at: number): Promise<void> {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(request.method === 'POST' ? await take(request, at) : tell(request.url)));
}

async function take(request: IncomingMessage, at: number): Promise<unknown> {
  const { recipient, chat_id: chat } = (await json(request)) as Call;
  const contact = recipient?.id ?? String(chat);
  messages += 1;
  if (!arrivals.has(contact)) arrivals.set(contact, at);
  if (recipient !== undefined) return { recipient_id: contact, message_id: `p_${String(messages)}` };
  const message = { message_id: messages, date: Math.floor(Date.now() / 1000) };
  return { ok: true, result: { ...message, chat: { id: Number(contact), type: 'private' } } };
}

function tell(path: string | undefined): unknown {
  if (path === '/count') return { messages };
  if (path !== '/arrivals') return {};
  const told = Object.fromEntries(arrivals);
  arrivals = new Map();
  return told;
}
