import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeRequest, type FakeSend, isSenderAction, recipientOf, toSend } from './fake-send.js';
import { type Fault, graphErrorBody, isDelivered } from './fault.js';
import { FaultPlan, isSend, type Target } from './fault-plan.js';

export interface FakeProfile {
  readonly name?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

export interface WaitOptions {
  /** Count only messages to this contact. */
  readonly to?: string;
  /** Give up after so many ms; default 10,000. */
  readonly within?: number;
}

/**
 * Starts a real HTTP server on loopback that stands in for graph.instagram.com and graph.facebook.com:
 *
 * ```ts
 * const meta = await startFakeMeta();          // give meta.url to the server as META_GRAPH_URL, INSTAGRAM_GRAPH_URL
 * meta.failNext({ kind: 'error', code: 613, headers: { 'retry-after': '2' } });
 * const [first] = await meta.waitForSends(1, { to: '900' });
 * await meta.close();
 * ```
 */
export async function startFakeMeta(): Promise<FakeMeta> {
  const meta = new FakeMeta();
  await meta.listen();
  return meta;
}

export class FakeMeta {
  /** Every request, in the order of arrival. */
  readonly requests: FakeRequest[] = [];
  readonly #sends: FakeSend[] = [];
  readonly #profiles = new Map<string, FakeProfile>();
  readonly #faults = new FaultPlan();
  readonly #waiting = new Set<() => void>();
  readonly #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      // A client that dies in the middle of its request has not said anything.
      this.#serve(request, response).catch(() => request.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Messages posted so far, in the order of arrival, those that were refused among them. */
  sends(to?: string): readonly FakeSend[] {
    return this.#sends.filter(({ contactId }) => to === undefined || contactId === to);
  }

  /** Messages that reached their contact, though the answer to some may have been lost. */
  delivered(to?: string): readonly FakeSend[] {
    return this.sends(to).filter((send) => send.delivered);
  }

  /** Resolves when so many messages have been posted; rejects with those that came when they do not come in time. */
  waitForSends(count: number, { to, within = 10_000 }: WaitOptions = {}): Promise<readonly FakeSend[]> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const sends = this.sends(to);
        if (sends.length < count) return;
        clearTimeout(deadline);
        this.#waiting.delete(look);
        resolve(sends);
      };
      const deadline = setTimeout(() => {
        this.#waiting.delete(look);
        const texts = JSON.stringify(this.sends(to).map(({ text }) => text));
        reject(new Error(`${count} messages were expected within ${within} ms; these came: ${texts}`));
      }, within);
      this.#waiting.add(look);
      look();
    });
  }

  /** Lets the next sends fail, one fault each, in the order of calls. */
  failNext(fault: Fault, times = 1): void {
    this.#faults.failNext(fault, times);
  }

  /** Lets each request fail that matches, sends and profiles alike, until the returned function is called. */
  failWhile(matches: (target: Target) => boolean, fault: Fault): () => void {
    return this.#faults.failWhile(matches, fault);
  }

  /** What a contact's profile says; without it, it says nothing. */
  setProfile(contactId: string, profile: FakeProfile): void {
    this.#profiles.set(contactId, profile);
  }

  /** Ends at once, with the requests that are still waiting for an answer. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = readHead(incoming);
    if (this.#faults.takeAtHead(head) !== undefined) {
      this.requests.push(head);
      incoming.socket.resetAndDestroy();
      return;
    }
    const body = await readBody(incoming);
    const request = { ...head, body, contactId: recipientOf(body) };
    if (isSenderAction(body)) {
      this.requests.push(request);
      perform(undefined, { recipient_id: request.contactId }, response);
      return;
    }
    const fault = this.#faults.takeAtBody(request);
    this.requests.push(request);
    perform(fault, isSend(request) ? this.#takeSend(request, fault) : this.#tellProfile(request), response);
  }

  #takeSend(request: FakeRequest, fault: Fault | undefined): object {
    const send = toSend(request, `m_fake${this.#port}_${this.#sends.length + 1}`, isDelivered(fault));
    this.#sends.push(send);
    for (const look of [...this.#waiting]) look();
    return { recipient_id: send.contactId, message_id: send.messageId };
  }

  #tellProfile({ accountId: id }: FakeRequest): object {
    return { ...this.#profiles.get(id), id };
  }
}

function perform(fault: Fault | undefined, answer: object, response: ServerResponse): void {
  const usual = (): void => respond(response, 200, JSON.stringify(answer));
  switch (fault?.kind) {
    case undefined:
      usual();
      return;
    case 'slow':
      setTimeout(usual, fault.ms);
      return;
    case 'error':
      respond(response, fault.status ?? 400, graphErrorBody(fault), fault.headers);
      return;
    case 'answer':
      respond(response, fault.status, fault.body, fault.headers);
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silence':
      return;
  }
}

function respond(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers }).end(body);
}

/** `/{version}/{account}/messages`, or `/{version}/{contact}?fields=…`. */
function readHead(incoming: IncomingMessage): FakeRequest {
  const { pathname } = new URL(incoming.url ?? '/', 'http://meta.invalid');
  const [version = '', accountId = ''] = pathname.slice(1).split('/').map(decodeURIComponent);
  const { authorization } = incoming.headers;
  return {
    at: Date.now(),
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    version,
    accountId,
    contactId: null,
    token: authorization?.replace(/^Bearer /, '') ?? null,
    headers: incoming.headers,
    body: null,
  };
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}
