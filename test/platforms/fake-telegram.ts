import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWithFault, exceptGraphErrors, type FakeAnswer } from './answer-with-fault.js';
import { faultIn, isMethod, isSending } from './fake-telegram-methods.js';
import { type Fault, isDelivered } from './fault.js';
import { FaultPlan, type Target } from './fault-plan.js';
import { type TelegramRequest, type TelegramSend, toSend } from './telegram-send.js';
import { LoopbackServer } from './loopback-server.js';
import { SendLog, type WaitOptions } from './send-log.js';
import { TelegramDelivery, type DeliveryTarget } from './telegram-delivery.js';
import type { Part } from './telegram-payloads.js';
import { deviations, readSpec, type TelegramSpec } from './telegram-spec.js';

export interface FakeFile {
  readonly content: Buffer;
  /** Bytes, where it is to be told otherwise than it is. */
  readonly size?: number;
}

/** `{ok:false}` as the Bot API writes it, planned as a fault. */
export function botError(code: number, description: string, parameters?: Part): Fault {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { kind: 'answer', status: code, body: JSON.stringify(body), delivered: false };
}

export interface FakeTelegramOptions {
  /** A chat takes `burst` messages at once and one more `every` so many ms; more are answered 429. Left out: any number. */
  readonly chatPace?: { readonly burst: number; readonly every: number };
  /** A description of the Bot API that each call is held against too; by default HEYWORD_TELEGRAM_API names its file. */
  readonly spec?: TelegramSpec;
}

/**
 * Starts a real HTTP server on loopback that stands in for api.telegram.org:
 *
 * ```ts
 * const telegram = await startFakeTelegram();        // give telegram.url to the server as TELEGRAM_API_URL
 * telegram.connect({ url: `${server}/webhooks/telegram/studio_bot`, secret });
 * await telegram.deliver(chatWith(501).says('guide'));
 * const [first] = await telegram.waitForSends(1, { to: '501' });
 * expect(telegram.violations).toEqual([]);
 * await telegram.close();
 * ```
 */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const telegram = new FakeTelegram(options);
  await telegram.listen();
  return telegram;
}

export class FakeTelegram {
  readonly requests: TelegramRequest[] = [];
  /** What the Bot API would not have taken; a test of ours ends with none. */
  readonly violations: string[] = [];
  /** What setWebhook, setMyCommands … were told last, by bot. */
  readonly settings = new Map<string, Part>();
  readonly files = new Map<string, FakeFile>();
  readonly #options: FakeTelegramOptions;
  readonly #spec: TelegramSpec | null;
  readonly #log = new SendLog<TelegramSend>();
  readonly #faults = new FaultPlan();
  readonly #profiles = new Map<string, Part>();
  readonly #closedChats = new Map<string, FakeAnswer>();
  readonly #revoked = new Set<string>();
  readonly #pressed = new Map<string, boolean>();
  readonly #paces = new Map<string, number>();
  readonly #server = new LoopbackServer((incoming, response) => this.#serve(incoming, response));
  #delivery: TelegramDelivery | null = null;

  constructor(options: FakeTelegramOptions) {
    this.#options = options;
    const file = process.env['HEYWORD_TELEGRAM_API'];
    this.#spec = options.spec ?? (file === undefined ? null : readSpec(file));
  }

  listen(): Promise<void> {
    return this.#server.listen();
  }

  get url(): string {
    return this.#server.url;
  }

  sends(to?: string): readonly TelegramSend[] {
    return this.#log.all(to);
  }

  delivered(to?: string): readonly TelegramSend[] {
    return this.#log.delivered(to);
  }

  waitForSends(count: number, options?: WaitOptions): Promise<readonly TelegramSend[]> {
    return this.#log.wait(count, options);
  }

  /** Lets the next messages fail, one fault each, in the order of calls. */
  failNext(fault: Fault, times = 1): void {
    this.#faults.failNext(fault, times);
  }

  /** Lets each call fail that matches, messages (POST) and all others (GET) alike, until the returned function is called. */
  failWhile(matches: (target: Target) => boolean, fault: Fault): () => void {
    return this.#faults.failWhile(matches, fault);
  }

  /** What getChat says of a chat; a chat of which nothing was told is not found. */
  setProfile(chatId: string, profile: Part): void {
    this.#profiles.set(chatId, profile);
  }

  /** The user blocks the bot, deletes their account, or never began the chat. */
  closeChat(chatId: string, because: 'blocked' | 'deactivated' | 'unknown'): void {
    this.#closedChats.set(chatId, closedChat[because]);
  }

  openChat(chatId: string): void {
    this.#closedChats.delete(chatId);
  }

  /** The bot's token counts no more. */
  revoke(botId: string): void {
    this.#revoked.add(botId);
  }

  /** Where updates go from now on. */
  connect(target: DeliveryTarget): void {
    this.#delivery?.close();
    this.#delivery = new TelegramDelivery(target);
  }

  /** Delivers an update, after those of its chat before it; resolves when the server has taken it. */
  async deliver(update: Part, times = 1): Promise<void> {
    if (this.#delivery === null) throw new Error('no webhook is connected');
    const query = (update['callback_query'] as Part | undefined)?.['id'];
    if (typeof query === 'string') this.#pressed.set(query, this.#pressed.get(query) ?? false);
    await this.#delivery.deliver(update, times);
  }

  get deliveryTries(): TelegramDelivery['tries'] {
    return this.#delivery?.tries ?? [];
  }

  /** Presses that nobody has answered: their keys look busy. */
  unanswered(): readonly string[] {
    return [...this.#pressed].filter(([, isAnswered]) => !isAnswered).map(([id]) => id);
  }

  /** Ends at once, with the requests that are still waiting for an answer. */
  close(): Promise<void> {
    this.#delivery?.close();
    return this.#server.close();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(incoming.url ?? '/', this.url);
    if (pathname.startsWith('/file/bot')) {
      this.#serveFile(pathname, response);
      return;
    }
    const request = await readRequest(incoming, pathname);
    if (request === null) {
      answerWithFault(response, errorAnswer(404, 'Not Found'), undefined);
      return;
    }
    this.requests.push(request);
    const fault = exceptGraphErrors(this.#faults.takeAtHead(request) ?? this.#faults.takeAtBody(request));
    const refusal = this.#refusalOf(request);
    const result = isSending(request.call)
      ? this.#takeSend(request, refusal === null && isDelivered(fault))
      : this.#resultOf(request);
    answerWithFault(response, refusal ?? result, fault);
  }

  /** `/file/bot<token>/<path>`. */
  #serveFile(pathname: string, response: ServerResponse): void {
    const file = this.files.get(pathname.split('/').slice(3).join('/'));
    if (file === undefined) response.writeHead(404).end();
    else {
      const headers = { 'content-type': 'application/octet-stream', 'content-length': file.content.length };
      response.writeHead(200, headers).end(file.content);
    }
  }

  #refusalOf({ call, body, accountId, contactId }: TelegramRequest): FakeAnswer | null {
    if (this.#revoked.has(accountId)) return errorAnswer(401, 'Unauthorized');
    if (!isMethod(call)) return errorAnswer(404, 'Not Found: method not found');
    const problem = faultIn(call, body) ?? this.#deviation(call, body);
    if (problem !== null) {
      this.violations.push(`${call}: ${problem}`);
      return errorAnswer(400, `Bad Request: ${problem}`);
    }
    const closed = this.#closedChats.get(contactId ?? '');
    return closed ?? (isSending(call) ? this.#tooFast(contactId ?? '') : null);
  }

  #deviation(call: string, body: Part | null): string | null {
    const found = this.#spec === null ? [] : deviations(this.#spec, call, body);
    return found.length === 0 ? null : found.join('; ');
  }

  /** A bucket that leaks: `burst` fit in, and one leaves `every` so many ms. */
  #tooFast(contactId: string): FakeAnswer | null {
    const pace = this.#options.chatPace;
    if (pace === undefined) return null;
    const now = Date.now();
    const emptyAt = Math.max(this.#paces.get(contactId) ?? 0, now);
    const fullFor = emptyAt + pace.every - (now + pace.burst * pace.every);
    if (fullFor > 0) {
      const seconds = Math.ceil(fullFor / 1000);
      return errorAnswer(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    }
    this.#paces.set(contactId, emptyAt + pace.every);
    return null;
  }

  #takeSend(request: TelegramRequest, delivered: boolean): FakeAnswer {
    const messageId = this.#log.all().length + 1;
    this.#log.add(toSend(request, String(messageId), delivered));
    const { contactId, accountId, at } = request;
    return good({
      message_id: messageId,
      from: { id: Number(accountId), is_bot: true, first_name: 'Studio' },
      chat: { id: Number(contactId), type: 'private' },
      date: Math.floor(at / 1000),
    });
  }

  #resultOf({ call, body, accountId }: TelegramRequest): FakeAnswer {
    switch (call) {
      case 'getMe':
        return good({ id: Number(accountId), is_bot: true, first_name: 'Studio', username: 'studio_bot' });
      case 'getChat':
        return this.#chat(String(body?.['chat_id']));
      case 'getFile':
        return this.#file(String(body?.['file_id']));
      case 'getWebhookInfo':
        return good(this.settings.get(`${accountId}/getWebhookInfo`) ?? this.#webhookInfo(accountId));
      case 'answerCallbackQuery':
        return this.#answerPress(String(body?.['callback_query_id']));
      default:
        this.settings.set(`${accountId}/${call}`, body ?? {});
        return good(true);
    }
  }

  #webhookInfo(accountId: string): Part {
    const told = this.settings.get(`${accountId}/setWebhook`) ?? {};
    const { url = '', allowed_updates } = told;
    return { url, has_custom_certificate: false, pending_update_count: 0, allowed_updates };
  }

  #chat(id: string): FakeAnswer {
    const profile = this.#profiles.get(id);
    return profile === undefined
      ? errorAnswer(400, 'Bad Request: chat not found')
      : good({ id: Number(id), type: 'private', accent_color_id: 0, max_reaction_count: 1, ...profile });
  }

  /** A file's id is its path here. */
  #file(id: string): FakeAnswer {
    const file = this.files.get(id);
    if (file === undefined) return errorAnswer(400, 'Bad Request: invalid file_id');
    const size = file.size ?? file.content.length;
    if (size > 20 * 1024 * 1024) return errorAnswer(400, 'Bad Request: file is too big');
    return good({ file_id: id, file_unique_id: 'u', file_size: size, file_path: id });
  }

  #answerPress(id: string): FakeAnswer {
    if (!this.#pressed.has(id)) {
      return errorAnswer(
        400,
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
      );
    }
    this.#pressed.set(id, true);
    return good(true);
  }
}

const closedChat = {
  blocked: errorAnswer(403, 'Forbidden: bot was blocked by the user'),
  deactivated: errorAnswer(403, 'Forbidden: user is deactivated'),
  unknown: errorAnswer(400, 'Bad Request: chat not found'),
} as const;

function errorAnswer(code: number, description: string, parameters?: Part): FakeAnswer {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { status: code, body: JSON.stringify(body) };
}

function good(result: unknown): FakeAnswer {
  return { status: 200, body: JSON.stringify({ ok: true, result }) };
}

/** `/bot<token>/<method>`, a token being `<bot id>:<letters>`; null: there is no such address. */
async function readRequest(incoming: IncomingMessage, pathname: string): Promise<TelegramRequest | null> {
  const [, accountId, key, call] = /^\/bot(\d+):([\w-]+)\/(\w+)$/.exec(pathname) ?? [];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (accountId === undefined || key === undefined || call === undefined) return null;
  const text = Buffer.concat(chunks).toString();
  const body = text === '' ? null : (JSON.parse(text) as Part);
  const chat = body?.['chat_id'] as string | number | undefined;
  return {
    // Faults for the next messages are for nothing else.
    method: isSending(call) ? 'POST' : 'GET',
    call,
    edge: call,
    accountId,
    token: `${accountId}:${key}`,
    contactId: chat === undefined ? null : String(chat),
    body,
    at: Date.now(),
  };
}
