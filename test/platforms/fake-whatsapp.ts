import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWithFault, asAnswer } from './answer-with-fault.js';
import { type FakeAnswer, type FakeRequest, good, refused } from './fake-request.js';
import { type WhatsAppSend, toWhatsAppSend, whatsAppRecipient } from './fake-whatsapp-send.js';
import { whatsAppSend, whatsAppSign } from './fake-whatsapp-schemas.js';
import { type FakeTemplate, WhatsAppRules } from './fake-whatsapp-rules.js';
import { WhatsAppWebhooks } from './fake-whatsapp-webhooks.js';
import { type Fault, isDelivered } from './fault.js';
import { FaultPlan, isSend, type Target } from './fault-plan.js';
import { faultIn } from './meta-schemas.js';
import { readGraphHead, readJsonBody } from './graph-request.js';
import { LoopbackServer } from './loopback-server.js';
import { SendLog, type WaitOptions } from './send-log.js';
import { newWamid, statusesOf, type StatusOptions, statusOf } from './whatsapp-payloads.js';
import { deviation, readSpec, type WhatsAppSpec } from './whatsapp-spec.js';

export interface FakeFile {
  readonly mimeType: string;
  readonly content: string;
}

export interface FakeWhatsAppOptions {
  /** A description of the Cloud API that each message is held against too; by default HEYWORD_WHATSAPP_OPENAPI names its file. */
  readonly spec?: WhatsAppSpec;
}

/**
 * Starts a real HTTP server on loopback that stands in for graph.facebook.com as WhatsApp's Cloud API:
 *
 * ```ts
 * const whatsapp = await startFakeWhatsApp();   // give whatsapp.url to the server as META_GRAPH_URL
 * const [first] = await whatsapp.waitForSends(1, { to: '4915100000001' });
 * whatsapp.webhooks.connect({ url: `${server}/webhooks/meta`, secret, number });
 * await whatsapp.report(first.messageId, 'delivered');
 * expect(whatsapp.violations).toEqual([]);
 * ```
 */
export async function startFakeWhatsApp(options: FakeWhatsAppOptions = {}): Promise<FakeWhatsApp> {
  const whatsapp = new FakeWhatsApp(options);
  await whatsapp.listen();
  return whatsapp;
}

/**
 * Takes only what the platform's documents allow: anything else of ours is a violation, answered with error 100. Times,
 * templates and rates are held against a message as far as the test tells of them.
 */
export class FakeWhatsApp {
  /** Every request, in the order of arrival. */
  readonly requests: FakeRequest[] = [];
  /** What of our requests the platform's documents do not allow, a line each: to be empty at the end of a test. */
  readonly violations: string[] = [];
  /** Ids of the contacts' messages that we were seen to have read, typing or not. */
  readonly signs: { readonly messageId: string; readonly isTyping: boolean }[] = [];
  readonly webhooks = new WhatsAppWebhooks();
  /** Apps that get the business's webhooks: third layer of a subscription (platforms reference §2.4). */
  readonly subscribedApps: { readonly id: string; readonly name: string }[] = [];
  readonly #rules = new WhatsAppRules();
  readonly #log = new SendLog<WhatsAppSend>();
  readonly #files = new Map<string, FakeFile>();
  readonly #numbers = new Map<string, object>();
  readonly #faults = new FaultPlan();
  readonly #spec: WhatsAppSpec | null;
  readonly #server = new LoopbackServer((incoming, response) => this.#serve(incoming, response));
  #token: string | null = null;
  #messageStatus = 'accepted';

  constructor({ spec }: FakeWhatsAppOptions) {
    const file = process.env['HEYWORD_WHATSAPP_OPENAPI'];
    this.#spec = spec ?? (file === undefined ? null : readSpec(file));
  }

  listen(): Promise<void> {
    return this.#server.listen();
  }

  get url(): string {
    return this.#server.url;
  }

  /** Messages posted so far, in the order of arrival, those that were refused among them. */
  sends(to?: string): readonly WhatsAppSend[] {
    return this.#log.all(to);
  }

  /** Messages that reached their contact, though the answer to some may have been lost. */
  delivered(to?: string): readonly WhatsAppSend[] {
    return this.#log.delivered(to);
  }

  waitForSends(count: number, options?: WaitOptions): Promise<readonly WhatsAppSend[]> {
    return this.#log.wait(count, options);
  }

  /** Lets the next sends fail, one fault each, in the order of calls. */
  failNext(fault: Fault, times = 1): void {
    this.#faults.failNext(fault, times);
  }

  /** Lets each request fail that matches until the returned function is called. */
  failWhile(matches: (target: Target) => boolean, fault: Fault): () => void {
    return this.#faults.failWhile(matches, fault);
  }

  /** When a contact last wrote (epoch ms, now unless it is said): from then on their window is held to (131047). */
  contactWrote(contactId: string, at = Date.now()): void {
    this.#rules.contactWrote(contactId, at);
  }

  /** From now on nothing reaches this contact (131026). */
  cannotReach(contactId: string): void {
    this.#rules.cannotReach(contactId);
  }

  /** So many messages to one contact may come at once, one every so many ms on average (131056). */
  limitPair(burst: number, every: number): void {
    this.#rules.limitPair(burst, every);
  }

  /** Messages are held for a while before they go out (`message_status`). */
  holdMessages(status: 'held_for_quality_assessment' | 'paused'): void {
    this.#messageStatus = status;
  }

  /** Only this token is let in (190). */
  requireToken(token: string): void {
    this.#token = token;
  }

  addTemplate(template: FakeTemplate): void {
    this.#rules.templates.push(template);
  }

  /** What the number says of itself; without it, nobody knows the number. */
  setNumber(id: string, fields: object): void {
    this.#numbers.set(id, fields);
  }

  /** A file that somebody sent to us. */
  putFile(mediaId: string, file: FakeFile): void {
    this.#files.set(mediaId, file);
  }

  /** Says what became of a message, by a webhook that brings its reference back. */
  async report(messageId: string, status: string, options: StatusOptions = {}): Promise<void> {
    const send = this.sends().find((known) => known.messageId === messageId);
    if (send === undefined) throw new Error('no such message was posted');
    const reference = send.reference === null ? {} : { reference: send.reference };
    await this.webhooks.deliver([
      statusesOf(statusOf(messageId, status, send.contactId, { ...reference, ...options })),
    ]);
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
    const request = { ...head, body, contactId: whatsAppRecipient(body) };
    this.requests.push(request);
    const fault = isSign(body) ? undefined : this.#faults.takeAtBody(request);
    const { status, body: json } = this.#answer(request, fault);
    const file = request.edge === 'file' && status === 200 ? this.#files.get(request.accountId) : undefined;
    const usual =
      file === undefined
        ? { status, body: JSON.stringify(json) }
        : { status, body: file.content, headers: { 'content-type': file.mimeType } };
    answerWithFault(response, usual, asAnswer(fault));
  }

  #answer(request: FakeRequest, fault: Fault | undefined): FakeAnswer {
    const { edge, method, body } = request;
    if (this.#token !== null && request.token !== this.#token) return { ...refused(190), status: 401 };
    if (edge === 'subscribed_apps') return this.#subscribe(method);
    if (edge === 'message_templates') return this.#rules.list(request);
    if (isSign(body)) return this.#takeSign(body);
    return isSend(request) && edge === 'messages' ? this.#takeSend(request, fault) : this.#tell(request);
  }

  /** A number, or a file. */
  #tell({ accountId: node, edge, method }: FakeRequest): FakeAnswer {
    const number = this.#numbers.get(node);
    const file = this.#files.get(node);
    if (method === 'GET' && file !== undefined) return this.#tellFile(node, edge, file);
    if (method === 'GET' && edge === '' && number !== undefined) return good({ id: node, ...number });
    return { ...refused(100, 33), status: 404 };
  }

  #subscribe(method: string): FakeAnswer {
    if (method === 'GET') {
      return good({ data: this.subscribedApps.map((app) => ({ whatsapp_business_api_data: app })) });
    }
    this.subscribedApps.push({ id: '424242', name: 'Heyword' });
    return good({ success: true });
  }

  #takeSign(body: unknown): FakeAnswer {
    const violation = faultIn(whatsAppSign, body);
    if (violation !== null) return this.#violate(violation);
    const { message_id: messageId, typing_indicator: typing } = whatsAppSign.parse(body);
    this.signs.push({ messageId, isTyping: typing !== undefined });
    return good({ success: true });
  }

  #takeSend(request: FakeRequest, fault: Fault | undefined): FakeAnswer {
    const official = this.#spec === null ? null : deviation(this.#spec, request.body);
    const violation = faultIn(whatsAppSend, request.body) ?? official;
    if (violation !== null) return this.#violate(violation);
    const messageId = newWamid();
    const asked = toWhatsAppSend(request, messageId, true);
    const refusal = this.#rules.refusal(asked, this.sends());
    this.#log.add({ ...asked, delivered: refusal === null && isDelivered(fault) });
    const { contactId } = asked;
    const who = /^\d+$/.test(contactId) ? { wa_id: contactId } : { user_id: contactId };
    const contact = { input: contactId, ...who };
    const message = { id: messageId, message_status: this.#messageStatus };
    return refusal ?? good({ messaging_product: 'whatsapp', contacts: [contact], messages: [message] });
  }

  #tellFile(node: string, edge: string, { mimeType, content }: FakeFile): FakeAnswer {
    if (edge === 'file') return good({});
    return good({
      id: node,
      messaging_product: 'whatsapp',
      url: `${this.url}/v0/${node}/file?signed=1`,
      mime_type: mimeType,
      file_size: Buffer.byteLength(content),
    });
  }

  #violate(violation: string): FakeAnswer {
    this.violations.push(violation);
    return refused(100);
  }
}

/** A sign such as "typing", which is no message: it has no id, and nobody reads it. */
function isSign(body: unknown): boolean {
  return (body as { readonly status?: unknown } | null)?.status !== undefined;
}
