import { answerWithFault, asAnswer } from './answer-with-fault.js';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { readGraphHead, readJsonBody } from './graph-request.js';
import { SendLog, type WaitOptions } from './send-log.js';
import { LoopbackServer } from './loopback-server.js';
import { type Fault, isDelivered } from './fault.js';
import { FaultPlan, isSend, type Target } from './fault-plan.js';
import { faultIn, publicReply, senderAction, sends } from './meta-schemas.js';

export interface FakeProfile {
  readonly name?: string;
  readonly first_name?: string;
  readonly last_name?: string;
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
  readonly #log = new SendLog<FakeSend>();
  readonly #profiles = new Map<string, FakeProfile>();
  readonly #faults = new FaultPlan();
  readonly #server = new LoopbackServer((incoming, response) => this.#serve(incoming, response));
  #headers: Readonly<Record<string, string>> = {};
  #mostPerSecond = Infinity;

  listen(): Promise<void> {
    return this.#server.listen();
  }

  get url(): string {
    return this.#server.url;
  }

  /** Messages posted so far, in the order of arrival, those that were refused among them. */
  sends(to?: string): readonly FakeSend[] {
    return this.#log.all(to);
  }

  /** Messages that reached their contact, though the answer to some may have been lost. */
  delivered(to?: string): readonly FakeSend[] {
    return this.#log.delivered(to);
  }

  /** Resolves when so many messages have been posted; rejects with those that came when they do not come in time. */
  waitForSends(count: number, options?: WaitOptions): Promise<readonly FakeSend[]> {
    return this.#log.wait(count, options);
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
    return this.#server.close();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = readGraphHead(incoming);
    if (this.#faults.takeAtHead(head) !== undefined) {
      this.requests.push(head);
      incoming.socket.resetAndDestroy();
      return;
    }
    const body = await readJsonBody(incoming);
    const request = { ...head, body, contactId: this.#contactOf(body) };
    this.requests.push(request);
    if (isSenderAction(body)) {
      this.#reply(response, this.#takeSign(request), undefined);
      return;
    }
    const fault = this.#faults.takeAtBody(request);
    this.#reply(response, this.#answer(request, fault), fault);
  }

  #reply(response: ServerResponse, { status, body }: FakeAnswer, fault: Fault | undefined): void {
    const usual = { status, body: JSON.stringify(body), headers: this.#headers };
    answerWithFault(response, usual, asAnswer(fault));
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
    const messageId = `m_fake${this.#server.port}_${this.#log.all().length + 1}`;
    const send = toSend(request, messageId, refusal === null && isDelivered(fault));
    if (send.delivered) this.threads.delivered(request.accountId, send.contactId, request, messageId);
    this.#log.add(send);
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
    return this.#log.all().filter(({ at }) => now - at < 1_000).length >= this.#mostPerSecond;
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
    const id = `c_fake${this.#server.port}_${this.publicReplies.length + 1}`;
    const { message: text } = body as { readonly message: string };
    this.publicReplies.push({ at, commentId, text, token, id, delivered: isDelivered(fault) });
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
