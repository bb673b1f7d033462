import { type FakeAnswer, type FakeRequest, good, refused } from './fake-request.js';
import type { WhatsAppSend } from './fake-whatsapp-send.js';

/** A template as the platform has it. */
export interface FakeTemplate {
  readonly name: string;
  readonly language: string;
  readonly body: string;
  /** Default `UTILITY`. */
  readonly category?: string;
  /** Default `APPROVED`. */
  readonly status?: string;
  /** Beside its body: header, footer, buttons. */
  readonly components?: readonly object[];
}

const day = 24 * 3_600_000;

/** When a message may be sent: what the platform knows of contacts and templates. */
export class WhatsAppRules {
  readonly templates: FakeTemplate[] = [];
  readonly #wrote = new Map<string, number>();
  readonly #unreachable = new Set<string>();
  #pair = { burst: Infinity, every: 0 };

  contactWrote(contactId: string, at: number): void {
    this.#wrote.set(contactId, at);
  }

  /** Nobody on WhatsApp: 131026. */
  cannotReach(contactId: string): void {
    this.#unreachable.add(contactId);
  }

  limitPair(burst: number, every: number): void {
    this.#pair = { burst, every };
  }

  /** Why the platform does not take a message of the right form; null: it does. */
  refusal(send: WhatsAppSend, earlier: readonly WhatsAppSend[]): FakeAnswer | null {
    if (this.#unreachable.has(send.contactId)) return refused(131026);
    if (this.#isTooFast(send, earlier)) return refused(131056);
    return send.template === null ? this.#windowRefusal(send) : this.#templateRefusal(send.template);
  }

  /** `GET /{waba}/message_templates`. */
  list({ query }: FakeRequest): FakeAnswer {
    const wanted = query.get('name');
    const all = this.templates.filter(({ name }) => wanted === null || name === wanted);
    const after = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 25);
    const data = all.slice(after, after + limit).map((template, index) => ({
      id: String(5_000 + after + index),
      name: template.name,
      language: template.language,
      category: template.category ?? 'UTILITY',
      status: template.status ?? 'APPROVED',
      components: [...(template.components ?? []), { type: 'BODY', text: template.body }],
    }));
    const next = String(after + limit);
    const paging = after + limit < all.length ? { paging: { cursors: { after: next }, next: 'more' } } : {};
    return good({ data, ...paging });
  }

  /** Held to only where the test has said when the contact wrote. */
  #windowRefusal({ contactId, at }: WhatsAppSend): FakeAnswer | null {
    const wrote = this.#wrote.get(contactId);
    return wrote !== undefined && at - wrote >= day ? refused(131047) : null;
  }

  #templateRefusal({ name, language, parameters }: NonNullable<WhatsAppSend['template']>): FakeAnswer | null {
    const template = this.templates.find((known) => known.name === name && known.language === language);
    if (template === undefined) return { ...refused(132001), status: 404 };
    const status = template.status ?? 'APPROVED';
    if (status === 'PAUSED') return refused(132015);
    if (status === 'DISABLED') return refused(132016);
    if (status !== 'APPROVED') return { ...refused(132001), status: 404 };
    const gaps = new Set(template.body.match(/\{\{\d+\}\}/g)).size;
    return gaps === parameters.length ? null : refused(132000);
  }

  #isTooFast({ at: now, contactId }: WhatsAppSend, earlier: readonly WhatsAppSend[]): boolean {
    const { burst, every } = this.#pair;
    const recent = earlier.filter((send) => send.contactId === contactId && now - send.at < burst * every);
    return recent.length >= burst;
  }
}
