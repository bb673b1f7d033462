import type {
  ErrorAnswer,
  HandoffAnswer,
  LedgerLineAnswer,
  Listing,
  OutcomeAnswer,
  StoryLineAnswer,
} from './api-answers.js';
import { secrets } from './secrets.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** The machine API as a program calls it. `address` is asked for anew: a restarted server has another. */
export class MachineApi {
  readonly #address: () => string;

  constructor(address: () => string) {
    this.#address = address;
  }

  async handoffs(query: string): Promise<readonly HandoffAnswer[]> {
    return (await this.read<Listing<HandoffAnswer>>(`/handoffs?${query}`)).items;
  }

  /** Names of the outcomes that a conversation has reached. */
  async outcomes(conversationId: string): Promise<readonly string[]> {
    const { items } = await this.read<Listing<OutcomeAnswer>>('/outcomes?limit=100');
    return items.filter((one) => one.conversation_id === conversationId).map(({ name }) => name);
  }

  async story(conversationId: string): Promise<readonly StoryLineAnswer[]> {
    const path = `/conversations/${encodeURIComponent(conversationId)}/story`;
    return (await this.read<{ lines: readonly StoryLineAnswer[] }>(path)).lines;
  }

  async ledger(contactId: string): Promise<readonly LedgerLineAnswer[]> {
    const path = `/contacts/${encodeURIComponent(contactId)}/consent`;
    return (await this.read<{ lines: readonly LedgerLineAnswer[] }>(path)).lines;
  }

  /** Reads what must be there. */
  async read<T>(path: string): Promise<T> {
    const { status, body } = await this.#call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Does what must be possible. */
  async act(path: string, body: object): Promise<void> {
    const answer = await this.#call('POST', path, body);
    if (answer.status !== 200)
      throw new Error(`POST ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  /** Tries what must not be possible. */
  refused(path: string, body: object): Promise<Answer<ErrorAnswer>> {
    return this.#call<ErrorAnswer>('POST', path, body);
  }

  async #call<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const response = await fetch(`${this.#address()}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secrets.API_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }
}
