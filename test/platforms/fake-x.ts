import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerWithFault, exceptGraphErrors, type FakeAnswer } from './answer-with-fault.js';
import { type Fault, isDelivered } from './fault.js';
import { FaultPlan, type Target } from './fault-plan.js';
import { LoopbackServer } from './loopback-server.js';
import { SendLog, type WaitOptions } from './send-log.js';
import { XBudget } from './x-budget.js';
import { XGrants } from './x-grants.js';
import { newDmId, type Part, signedByX } from './x-payloads.js';

/** One request as it arrived. */
export interface XRequest extends Target {
  readonly path: string;
  readonly authorization: string | null;
  /** As it came: JSON, or a form. */
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

/** One message that was posted. */
export interface XSend {
  readonly at: number;
  readonly accountId: string;
  readonly contactId: string;
  readonly text: string;
  readonly messageId: string;
  readonly delivered: boolean;
}

/** Source: X API v2, create a DM message (platforms reference §8.3). */
const message = z.strictObject({ text: z.string().min(1).max(10_000) });

/** A problem as X writes it, planned as a fault. */
export function xProblem(
  status: number,
  problem: Part = {},
  headers: Readonly<Record<string, string>> = {},
): Fault {
  return { kind: 'answer', ...problemAnswer(status, problem, headers), delivered: false };
}

/** Where deliveries go, and the consumer secret that signs them. */
export interface XWebhook {
  readonly url: string;
  readonly secret: string;
}

/**
 * Starts a real HTTP server on loopback that stands in for api.x.com:
 *
 * ```ts
 * const x = await startFakeX();                       // give x.url to the server as X_API_URL
 * const { token } = x.grants.issue('1001');           // the account's access token
 * x.connect({ url: `${server}/webhooks/x`, secret });
 * expect(await x.challenge()).toBe(true);
 * await x.deliver(dmsBetween('1001', '501').says('guide'));
 * await x.waitForSends(1, { to: '501' });
 * await x.close();
 * ```
 */
export async function startFakeX(): Promise<FakeX> {
  const x = new FakeX();
  await x.listen();
  return x;
}

export class FakeX {
  readonly requests: XRequest[] = [];
  /** What X would not have taken; a test of ours ends with none. */
  readonly violations: string[] = [];
  readonly grants = new XGrants();
  /** What users call themselves, by id. */
  readonly names = new Map<string, string>();
  /** Who takes no messages of ours. */
  readonly closed = new Set<string>();
  readonly #budget = new XBudget();
  readonly #log = new SendLog<XSend>();
  readonly #faults = new FaultPlan();
  readonly #server = new LoopbackServer((incoming, response) => this.#serve(incoming, response));
  #webhook: XWebhook | null = null;

  listen(): Promise<void> {
    return this.#server.listen();
  }

  get url(): string {
    return this.#server.url;
  }

  sends(to?: string): readonly XSend[] {
    return this.#log.all(to);
  }

  delivered(to?: string): readonly XSend[] {
    return this.#log.delivered(to);
  }

  waitForSends(count: number, options?: WaitOptions): Promise<readonly XSend[]> {
    return this.#log.wait(count, options);
  }

  /** Lets the next messages fail, one fault each, in the order of calls. */
  failNext(fault: Fault, times = 1): void {
    this.#faults.failNext(fault, times);
  }

  failWhile(matches: (target: Target) => boolean, fault: Fault): () => void {
    return this.#faults.failWhile(matches, fault);
  }

  connect(webhook: XWebhook): void {
    this.#webhook = webhook;
  }

  /** Asks the webhook whether it knows the secret, as X does at registration and from time to time. */
  async challenge(token = randomUUID().replaceAll('-', '')): Promise<boolean> {
    const { url, secret } = this.#connected();
    const asked = new URL(url);
    asked.searchParams.set('crc_token', token);
    const answer = await fetch(asked, { redirect: 'manual' });
    const body = (await answer.json().catch(() => null)) as Part | null;
    const expected = `sha256=${createHmac('sha256', secret).update(token).digest('base64')}`;
    return answer.status === 200 && body?.['response_token'] === expected;
  }

  /** Delivers so many times what X has to tell; answers are not awaited for long, and order is not promised. */
  async deliver(payload: unknown, times = 1): Promise<readonly number[]> {
    const { url, secret } = this.#connected();
    const { body, headers } = signedByX(payload, secret);
    const answers = Array.from({ length: times }, () => fetch(url, { method: 'POST', headers, body }));
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #connected(): XWebhook {
    if (this.#webhook === null) throw new Error('no webhook is connected');
    return this.#webhook;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming, this.grants);
    this.requests.push(request);
    const fault = exceptGraphErrors(this.#faults.takeAtHead(request) ?? this.#faults.takeAtBody(request));
    answerWithFault(response, this.#answer(request, isDelivered(fault)), fault);
  }

  #answer(request: XRequest, mayDeliver: boolean): FakeAnswer {
    const { path, accountId, contactId } = request;
    if (path === '/2/oauth2/token') return this.#renew(request);
    if (accountId === '') return problemAnswer(401, { title: 'Unauthorized', type: 'about:blank' });
    if (contactId !== null) return this.#takeSend({ ...request, contactId }, mayDeliver);
    const id = /^\/2\/users\/(\w+)$/.exec(path)?.[1];
    return id === undefined
      ? problemAnswer(404, { title: 'Not Found' })
      : this.#user(id === 'me' ? accountId : id);
  }

  #takeSend(request: XRequest & { readonly contactId: string }, mayDeliver: boolean): FakeAnswer {
    const { accountId, contactId, at, text: body } = request;
    const read = message.safeParse(JSON.parse(body));
    const budget = this.#budget.take(accountId, at);
    const refusal = this.#refusalOf(contactId, read.success ? null : read.error.message, budget.isOver);
    const messageId = newDmId();
    const delivered = mayDeliver && refusal === null;
    this.#log.add({ at, accountId, contactId, text: read.data?.text ?? '', messageId, delivered });
    if (refusal !== null) return { ...refusal, headers: { ...refusal.headers, ...budget.headers } };
    const data = { dm_conversation_id: [accountId, contactId].toSorted().join('-'), dm_event_id: messageId };
    return { status: 201, body: JSON.stringify({ data }), headers: budget.headers };
  }

  #refusalOf(contactId: string, problem: string | null, isOver: boolean): FakeAnswer | null {
    if (isOver) return problemAnswer(429, { title: 'Too Many Requests', detail: 'Too Many Requests' });
    if (problem !== null) {
      this.violations.push(problem);
      return problemAnswer(400, { title: 'Invalid Request', detail: problem });
    }
    if (!this.closed.has(contactId)) return null;
    return problemAnswer(403, {
      title: 'Forbidden',
      detail: 'You do not have permission to DM one or more participants.',
    });
  }

  #user(id: string): FakeAnswer {
    const name = this.names.get(id) ?? 'Somebody';
    return { status: 200, body: JSON.stringify({ data: { id, name, username: `user_${id}` } }) };
  }

  #renew({ text, authorization }: XRequest): FakeAnswer {
    const form = new URLSearchParams(text);
    const grant =
      form.get('grant_type') === 'refresh_token'
        ? this.grants.rotate(form.get('refresh_token') ?? '')
        : undefined;
    if (
      grant === undefined ||
      form.get('client_id') === null ||
      authorization?.startsWith('Bearer') === true
    ) {
      return { status: 400, body: JSON.stringify({ error: 'invalid_request' }) };
    }
    const { token, refreshToken } = grant;
    const body = { token_type: 'bearer', expires_in: 7200, access_token: token, refresh_token: refreshToken };
    return { status: 200, body: JSON.stringify({ ...body, scope: 'dm.read dm.write users.read' }) };
  }
}

function problemAnswer(
  status: number,
  problem: Part,
  headers: Readonly<Record<string, string>> = {},
): { readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  return {
    status,
    body: JSON.stringify({ status, type: 'about:blank', ...problem }),
    headers: { 'content-type': 'application/problem+json', ...headers },
  };
}

async function readRequest(incoming: IncomingMessage, grants: XGrants): Promise<XRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname } = new URL(incoming.url ?? '/', 'http://x.invalid');
  const authorization = incoming.headers.authorization ?? null;
  const token = /^Bearer (.*)$/.exec(authorization ?? '')?.[1] ?? null;
  const contact = /^\/2\/dm_conversations\/with\/([^/]+)\/messages$/.exec(pathname)?.[1];
  return {
    // Faults for the next messages are for nothing else.
    method: contact === undefined ? 'GET' : 'POST',
    edge: contact === undefined ? pathname : 'messages',
    path: pathname,
    accountId: grants.userOf(token) ?? '',
    contactId: contact === undefined ? null : decodeURIComponent(contact),
    token,
    authorization,
    text: Buffer.concat(chunks).toString(),
    at: Date.now(),
  };
}
