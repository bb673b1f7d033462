import { type FakeAnswer, type FakeRequest, good, refused } from './fake-request.js';
import { faultIn, messengerProfile, threadControl } from './meta-schemas.js';

export type MetaChannel = 'instagram' | 'messenger';

/** Fields that a page or an Instagram account can be subscribed to (platforms reference §3.1, §4.2). */
const knownFields: ReadonlySet<string> = new Set([
  ...[
    'messages',
    'message_echoes',
    'message_edits',
    'message_deliveries',
    'message_reads',
    'message_reactions',
  ],
  ...[
    'messaging_postbacks',
    'messaging_optins',
    'messaging_referrals',
    'messaging_handovers',
    'standby',
    'feed',
  ],
  ...['messaging_policy_enforcement', 'messaging_seen', 'messaging_referral', 'messaging_handover'],
  ...['comments', 'live_comments', 'mentions', 'message_edit'],
]);

type Json = Readonly<Record<string, unknown>>;

/** The accounts that the platform has: what a token may do, what is subscribed, how their chats begin. */
export class FakeAccounts {
  readonly #channels = new Map<string, MetaChannel>();
  readonly #ownIds = new Map<string, string>();
  readonly #selves = new Map<string, Json>();
  readonly #permissions = new Map<string, readonly string[]>();
  readonly #subscribed = new Map<string, readonly string[]>();
  readonly #profiles = new Map<string, Record<string, unknown>>();
  readonly #renewals = new Map<string, { readonly token: string; readonly seconds: number }>();
  readonly #violate: (violation: string) => void;

  constructor(violate: (violation: string) => void) {
    this.#violate = violate;
  }

  /** Of whom a node's threads are; `ownId` is what conversations call us where that is not the node. */
  setAccount(node: string, channel: MetaChannel, ownId = node): void {
    this.#channels.set(node, channel);
    this.#ownIds.set(node, ownId);
  }

  ownIdOf(node: string): string {
    return this.#ownIds.get(node) ?? node;
  }

  /** Instagram's ids begin so; else what the test said, and else a page. */
  channelOf(node: string): MetaChannel | null {
    return this.#channels.get(node) ?? (node.startsWith('17841') ? 'instagram' : null);
  }

  /** What `GET /me` tells a token. */
  setSelf(token: string, fields: Json): void {
    this.#selves.set(token, fields);
  }

  /** A token whose permissions are told; of others, as of pages, they are not. */
  grant(token: string, permissions: readonly string[]): void {
    this.#permissions.set(token, permissions);
  }

  /** By the node's id, or its token where it is asked for as `me`. */
  subscribe(node: string, fields: readonly string[]): void {
    this.#subscribed.set(node, fields);
  }

  subscribedFields(node: string): readonly string[] {
    return this.#subscribed.get(node) ?? [];
  }

  /** By the account's token. */
  setChatProfile(token: string, profile: Record<string, unknown>): void {
    this.#profiles.set(token, profile);
  }

  chatProfile(token: string): Json {
    return this.#profiles.get(token) ?? {};
  }

  /** What a token is renewed to; of others the renewal is refused. */
  renewTo(old: string, token: string, seconds = 5_184_000): void {
    this.#renewals.set(old, { token, seconds });
  }

  /** `me` is whoever has the token. */
  #keyOf({ accountId: node, token }: FakeRequest): string {
    return node === 'me' ? (token ?? '') : node;
  }

  /** Answers what is asked about an account itself; null: something else is asked. */
  answer(request: FakeRequest): FakeAnswer | null {
    const { edge, method } = request;
    switch (edge) {
      case 'permissions':
        return this.#tellPermissions(request);
      case 'subscribed_apps':
        return method === 'GET' ? this.#tellSubscription(request) : this.#takeSubscription(request);
      case 'messenger_profile':
        return this.#serveProfile(request);
      case 'pass_thread_control':
      case 'take_thread_control':
      case 'release_thread_control':
        return this.#checked(faultIn(threadControl, request.body), () => good({ success: true }));
      case 'thread_owner':
        return good({ data: [{ thread_owner: { app_id: '424242' } }] });
      default:
        return this.#answerWithoutEdge(request);
    }
  }

  #answerWithoutEdge({ accountId: node, edge, token, query }: FakeRequest): FakeAnswer | null {
    if (edge !== '') return null;
    if (node === 'refresh_access_token') return this.#renew(query);
    const self = this.#selves.get(token ?? '');
    if (node === 'me') return self === undefined ? refused(190) : good(self);
    return self !== undefined && self['id'] === node ? good(self) : null;
  }

  #tellPermissions({ token }: FakeRequest): FakeAnswer {
    const granted = this.#permissions.get(token ?? '');
    if (granted === undefined) return refused(100);
    return good({ data: granted.map((permission) => ({ permission, status: 'granted' })) });
  }

  #tellSubscription(request: FakeRequest): FakeAnswer {
    const subscribed_fields = this.subscribedFields(this.#keyOf(request));
    return good({
      data: subscribed_fields.length === 0 ? [] : [{ id: '424242', name: 'Heyword', subscribed_fields }],
    });
  }

  #takeSubscription(request: FakeRequest): FakeAnswer {
    const fields = (request.query.get('subscribed_fields') ?? '').split(',');
    const unknown = fields.find((field) => !knownFields.has(field));
    return this.#checked(unknown === undefined ? null : `no webhook field: "${unknown}"`, () => {
      this.#subscribed.set(this.#keyOf(request), fields);
      return good({ success: true });
    });
  }

  #serveProfile(request: FakeRequest): FakeAnswer {
    const { method, query, body } = request;
    const key = this.#keyOf(request);
    const profile = this.#profiles.get(key) ?? {};
    if (method === 'GET') {
      const wanted = (query.get('fields') ?? '').split(',');
      const told = Object.entries(profile).filter(([name]) => wanted.includes(name));
      return good({ data: told.length === 0 ? [] : [Object.fromEntries(told)] });
    }
    return this.#checked(faultIn(messengerProfile, body), () => {
      const { platform, ...change } = body as Record<string, unknown>;
      const changed: Record<string, unknown> = { ...profile, ...change };
      if (platform === undefined && 'persistent_menu' in changed && !('get_started' in changed))
        return refused(100, 2018145);
      this.#profiles.set(key, changed);
      return good({ result: 'success' });
    });
  }

  #renew(query: URLSearchParams): FakeAnswer {
    const renewed = this.#renewals.get(query.get('access_token') ?? '');
    if (query.get('grant_type') !== 'ig_refresh_token' || renewed === undefined) return refused(190);
    return good({ access_token: renewed.token, token_type: 'bearer', expires_in: renewed.seconds });
  }

  #checked(fault: string | null, take: () => FakeAnswer): FakeAnswer {
    if (fault === null) return take();
    this.#violate(fault);
    return refused(100);
  }
}
