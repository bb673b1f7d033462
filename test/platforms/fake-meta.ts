import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeAccounts, type MetaChannel } from './fake-accounts.js';
import { type FakeAnswer, type FakeRequest, good, refused } from './fake-request.js';
import {
  type FakePublicReply,
  type FakeSend,
  isSenderAction,
  recipientOf,
  sendBodyOf,
  toSend,
} from './fake-send.js';
import { FakeThreads } from './fake-threads.js';
import { type Fault, graphErrorBody, isDelivered } from './fault.js';
import { FaultPlan, isSend, type Target } from './fault-plan.js';
import { faultIn, publicReply, senderAction, sends } from './meta-schemas.js';

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

/**
 * Takes only what the platform's documents allow: anything else of ours is a violation, answered with error 100. Times
 * and comments are held against a message as far as the test tells of them (see {@link FakeThreads}).
 */
export class FakeMeta {
  /** Every request, in the order of arrival. */
  readonly requests: FakeRequest[] = [];
  /** What of our requests the platform's documents do not allow, a line each: to be empty at the end of a test. */
  readonly violations: string[] = [];
  readonly accounts = new FakeAccounts((violation) => this.violations.push(violation));
  readonly threads = new FakeThreads();
  readonly publicReplies: FakePublicReply[] = [];
  readonly #sends: FakeSend[] = [];
  readonly #profiles = new Map<string, FakeProfile>();
  readonly #faults = new FaultPlan();
  readonly #waiting = new Set<() => void>();
  readonly #server: Server;
  #port = 0;
  #headers: Readonly<Record<string, string>> = {};
  #mostPerSecond = Infinity;

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

  /** When a contact last wrote (epoch ms, now unless it is said): from then on their reply window is held to. */
  contactWrote(contactId: string, at = Date.now()): void {
    this.threads.contactWrote(contactId, at);
  }

  /** Who wrote a comment, and when: from then on it takes a private reply for seven days. */
  commented(commentId: string, by: string, at = Date.now()): void {
    this.threads.commented(commentId, { by, at });
  }

  /** Good answers say from now on that so many percent of the app's budget are used. */
  tellUsage(percent: number): void {
    const usage = { call_count: percent, total_time: 1, total_cputime: 1 };
    this.#headers = { 'x-app-usage': JSON.stringify(usage) };
  }

  /** More sends than this within a second are refused, as those of a page that sends too fast. */
  limitRate(perSecond: number): void {
    this.#mostPerSecond = perSecond;
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
    const request = { ...head, body, contactId: this.#contactOf(body) };
    this.requests.push(request);
    if (isSenderAction(body)) {
      perform(undefined, this.#takeSign(request), response, this.#headers);
      return;
    }
    const fault = this.#faults.takeAtBody(request);
    perform(fault, this.#answer(request, fault), response, this.#headers);
  }

  #contactOf(body: unknown): string | null {
    const commentId = sendBodyOf(body).recipient?.comment_id;
    return commentId === undefined ? recipientOf(body) : this.threads.authorOf(commentId);
  }

  #answer(request: FakeRequest, fault: Fault | undefined): FakeAnswer {
    const { accountId: node, edge, method, query } = request;
    if (method === 'POST' && (edge === 'replies' || edge === 'comments'))
      return this.#takePublicReply(request, fault);
    if (edge === 'conversations') return this.threads.list(node, this.accounts.ownIdOf(node), query);
    const account = this.accounts.answer(request);
    if (account !== null) return account;
    return isSend(request) ? this.#takeSend(request, fault) : this.#tellProfile(request);
  }

  #takeSign({ body, contactId }: FakeRequest): FakeAnswer {
    const violation = isWhatsApp(body) ? null : faultIn(senderAction, body);
    return violation === null ? good({ recipient_id: contactId }) : this.#violate(violation);
  }

  #takeSend(request: FakeRequest, fault: Fault | undefined): FakeAnswer {
    const refusal = isWhatsApp(request.body) ? null : this.#refusalOf(request);
    const messageId = `m_fake${this.#port}_${this.#sends.length + 1}`;
    const send = toSend(request, messageId, refusal === null && isDelivered(fault));
    this.#sends.push(send);
    if (send.delivered) this.threads.delivered(request.accountId, send.contactId, request, messageId);
    for (const look of [...this.#waiting]) look();
    return refusal ?? good({ recipient_id: send.contactId, message_id: send.messageId });
  }

  #refusalOf(request: FakeRequest): FakeAnswer | null {
    const channel = this.#channelOf(request);
    const violation = faultIn(sends[channel], request.body);
    if (violation !== null) return this.#violate(violation);
    if (this.#isTooFast(request)) return refused(613);
    return this.threads.refusal(request, channel);
  }

  #isTooFast({ at: now }: FakeRequest): boolean {
    if (this.#mostPerSecond === Infinity) return false;
    return this.#sends.filter(({ at }) => now - at < 1_000).length >= this.#mostPerSecond;
  }

  /** Only Messenger's requests say what type of message they are, a tag aside; and only they can name a token. */
  #channelOf({ accountId, body }: FakeRequest): MetaChannel {
    const { recipient, tag } = sendBodyOf(body);
    const saysType = 'messaging_type' in (body as object) && tag === undefined;
    const isMessenger = saysType || recipient?.notification_messages_token !== undefined;
    return this.accounts.channelOf(accountId) ?? (isMessenger ? 'messenger' : 'instagram');
  }

  #takePublicReply(
    { at, accountId: commentId, body, token }: FakeRequest,
    fault: Fault | undefined,
  ): FakeAnswer {
    const violation = faultIn(publicReply, body);
    if (violation !== null) return this.#violate(violation);
    const id = `c_fake${this.#port}_${this.publicReplies.length + 1}`;
    const { message: text } = body as { readonly message: string };
    this.publicReplies.push({ at, commentId, text, token, id, delivered: isDelivered(fault) });
    for (const look of [...this.#waiting]) look();
    return good({ id });
  }

  #violate(violation: string): FakeAnswer {
    this.violations.push(violation);
    return refused(100);
  }

  #tellProfile({ accountId: id }: FakeRequest): FakeAnswer {
    return good({ ...this.#profiles.get(id), id });
  }
}

function isWhatsApp(body: unknown): boolean {
  return sendBodyOf(body).messaging_product !== undefined;
}

function perform(
  fault: Fault | undefined,
  { status, body }: FakeAnswer,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  const usual = (): void => respond(response, status, JSON.stringify(body), headers);
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
  const { pathname, searchParams: query } = new URL(incoming.url ?? '/', 'http://meta.invalid');
  const segments = pathname.slice(1).split('/').map(decodeURIComponent);
  // The one address without a version.
  if (segments.length === 1) segments.unshift('');
  const [version = '', accountId = '', edge = ''] = segments;
  const { authorization } = incoming.headers;
  return {
    at: Date.now(),
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    query,
    version,
    accountId,
    edge,
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
