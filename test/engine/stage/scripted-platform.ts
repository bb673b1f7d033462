import type {
  AccountNotice,
  AccountCare,
  RenewableToken,
  TokenRenewal,
  Channel,
  ControlResult,
  Gap,
  ParsedUpdate,
  SendErrorClass,
  SendResult,
  ThreadControl,
} from '../../../src/channels/channel.js';
import { capabilities, type SupportedChannel } from '../../../src/core/channel.js';
import type { Profile } from '../../../src/core/conversation.js';
import type { QuickReply } from '../../../src/core/message.js';
import type { Moment, VirtualTime } from './virtual-time.js';

/** How the platform answers one send. */
export interface Answer {
  readonly says: 'sent' | SendErrorClass;
  /** How long that takes, ms. */
  readonly after: number;
  /** How long it asks us to wait, ms. */
  readonly retryAfter?: number;
  readonly scope?: 'contact' | 'account' | 'app';
  /** How long the account had better rest after a good send, ms. */
  readonly rest?: number;
  /** What a failure is about beside its message. */
  readonly alert?: AccountNotice['kind'];
  /** What it calls the failure. */
  readonly trace?: string;
}

export interface ProfileAnswer {
  readonly firstName: string | null;
  /** How long that takes, ms. */
  readonly after: number;
  /** Channels promise never to throw; what if one did? */
  readonly fails?: boolean;
}

/** One request to send, as the platform saw it. */
export interface SeenSend {
  readonly channel: SupportedChannel;
  readonly accountId: string;
  readonly contactId: string;
  readonly token: string;
  readonly reference: string;
  readonly text: string;
  readonly quickReplies: readonly QuickReply[];
  readonly linkAddress: string | null;
  readonly platformMessageId: string;
  readonly begun: Moment;
  /** Null: not answered yet, or not before the server died. */
  readonly answer: Answer['says'] | null;
  /** When it was answered, or the server died; null: it is under way. */
  readonly ended: Moment | null;
}

/** Whom we were seen typing to, and as an answer to which message. */
export interface Typing extends Moment {
  readonly contactId: string;
  readonly lastMessageId: string | null;
}

/** A thread that we asked for, or gave away. */
export interface ThreadTurn {
  readonly asks: keyof ThreadControl;
  readonly channel: SupportedChannel;
  readonly contactId: string;
}

/** A process of ours, as far as the platform can tell. */
export interface Caller {
  readonly isDead: boolean;
}

interface Request {
  readonly caller: Caller;
  send: SeenSend;
}

/** A platform in this process: answers sends as it is told, and remembers each one with its moment. */
export class ScriptedPlatform {
  /** The answers to sends, in order. What is sent after the last one is sent at once. */
  script: readonly Answer[] = [];
  /** How it answers whoever asks who somebody is. */
  profiles: ProfileAnswer = { firstName: null, after: 0 };
  readonly #time: VirtualTime;
  readonly #requests: Request[] = [];
  #answered = 0;
  #profilesAsked = 0;
  readonly #typings: Typing[] = [];
  /** What it has for whoever asks for what was missed, page by page; null: it cannot be asked. Read at a start. */
  missed: ((gap: Gap) => AsyncIterable<readonly ParsedUpdate[]>) | null = null;
  /** How it answers whoever asks for a new token; null: it renews none. Read at a start. */
  renewals: ((asked: RenewableToken) => Promise<TokenRenewal>) | null = null;
  /** What it was asked for. */
  readonly gaps: Gap[] = [];
  /** How it answers whoever asks for a thread, or gives one away; `breaks`: it does not keep its promise never to throw. */
  threads: 'grants' | 'refuses' | 'breaks' = 'grants';
  /** Whose threads we asked for, or gave away, in that order. */
  readonly threadTurns: ThreadTurn[] = [];
  readonly #acknowledged: string[] = [];
  /** Whether acknowledgements fail, and how many are under way at most. */
  acknowledging: { readonly after: number; readonly fails: boolean } = { after: 0, fails: false };
  acknowledgedAtOnce = 0;
  #acknowledging = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** In the order in which they began. */
  get sends(): readonly SeenSend[] {
    return this.#requests.map(({ send }) => send);
  }

  /** How often somebody's profile was asked for. */
  get profilesAsked(): number {
    return this.#profilesAsked;
  }

  /** Whom we were seen typing to, and when. */
  get typings(): readonly Typing[] {
    return this.#typings;
  }

  /** What was acknowledged, and in whose name: `account/id`. */
  get acknowledged(): readonly string[] {
    return this.#acknowledged;
  }

  sendsTo(contactId: string): readonly SeenSend[] {
    return this.sends.filter((send) => send.contactId === contactId);
  }

  connect(caller: Caller): ReadonlyMap<SupportedChannel, Channel> {
    const names = Object.keys(capabilities) as readonly SupportedChannel[];
    return new Map(names.map((name) => [name, this.#channel(name, caller)]));
  }

  /** A process was killed: whatever it waited for is answered to nobody. */
  hangUp(caller: Caller): void {
    const ended = this.#time.mark();
    for (const request of this.#requests) {
      if (request.caller === caller && request.send.ended === null) request.send = { ...request.send, ended };
    }
  }

  /** Forgets all requests that have ended. */
  forget(): void {
    this.#requests.splice(0);
    this.#answered = 0;
  }

  #channel(name: SupportedChannel, caller: Caller): Channel {
    return {
      name,
      capabilities: capabilities[name],
      send: async ({ reference, body: { text, link, quickReplies = [] }, linkBase }, recipient, signal) => {
        const { token, accountId, contactId } = recipient;
        const what = {
          channel: name,
          accountId,
          contactId,
          token,
          reference,
          text,
          quickReplies,
          linkAddress: link === undefined ? null : `${linkBase}${link.code}`,
        };
        return caller.isDead ? never : this.#take(what, caller, signal);
      },
      showTyping: async ({ contactId, lastMessageId = null }) => {
        if (!caller.isDead) this.#typings.push({ contactId, lastMessageId, ...this.#time.mark() });
      },
      fetchProfile: async () => (caller.isDead ? never : this.#tellProfile()),
      ...(this.missed === null ? {} : { catchUp: (gap: Gap) => this.#tellMissed(gap) }),
      ...(this.renewals === null ? {} : { care: this.#care() }),
      ...(sharesThreads.has(name) ? { threadControl: this.#threadControl(name, caller) } : {}),
      acknowledge: async ({ id }, { accountId }) =>
        caller.isDead ? never : this.#hearAcknowledgement(`${accountId}/${id}`),
    };
  }

  async #take(what: Asked, caller: Caller, signal: AbortSignal): Promise<SendResult> {
    const answer = this.#nextAnswer();
    const platformMessageId = `mid.${what.reference}.${this.#requests.length}`;
    const begun = this.#time.mark();
    const request: Request = {
      caller,
      send: { ...what, platformMessageId, begun, answer: null, ended: null },
    };
    this.#requests.push(request);
    const heard = (await pause(answer.after, signal)) ? answer : cutOff;
    if (caller.isDead) return never;
    request.send = { ...request.send, answer: heard.says, ended: this.#time.mark() };
    return resultOf(heard, platformMessageId);
  }

  async #tellProfile(): Promise<Profile> {
    this.#profilesAsked += 1;
    const { firstName, after, fails } = this.profiles;
    await pause(after);
    if (fails === true) throw new Error('The platform was told to fail.');
    return { firstName, name: firstName };
  }

  #care(): AccountCare {
    const nothing = () => Promise.resolve([]);
    const none: TokenRenewal = { ok: false, isFinal: true, explanation: 'The platform renews no token.' };
    return {
      check: nothing,
      subscribe: nothing,
      renewToken: (asked) => this.renewals?.(asked) ?? Promise.resolve(none),
    };
  }

  #threadControl(channel: SupportedChannel, caller: Caller): ThreadControl {
    const hear =
      (asks: ThreadTurn['asks']): ThreadControl['take'] =>
      async ({ contactId }) =>
        caller.isDead ? never : this.#hearThreadTurn({ asks, channel, contactId });
    return { take: hear('take'), passToInbox: hear('passToInbox'), release: hear('release') };
  }

  #hearThreadTurn(turn: ThreadTurn): ControlResult {
    this.threadTurns.push(turn);
    if (this.threads === 'breaks') throw new Error('The platform was told to fail.');
    return this.threads === 'grants'
      ? { ok: true }
      : { ok: false, explanation: 'The platform was told to refuse.' };
  }

  #tellMissed(gap: Gap): AsyncIterable<readonly ParsedUpdate[]> {
    this.gaps.push(gap);
    return this.missed?.(gap) ?? noPages();
  }

  async #hearAcknowledgement(what: string): Promise<void> {
    const { after, fails } = this.acknowledging;
    this.#acknowledging += 1;
    this.acknowledgedAtOnce = Math.max(this.acknowledgedAtOnce, this.#acknowledging);
    await pause(after);
    this.#acknowledging -= 1;
    this.#acknowledged.push(what);
    if (fails) throw new Error('The platform was told to fail.');
  }

  #nextAnswer(): Answer {
    const answer = this.script[this.#answered];
    this.#answered += 1;
    return answer ?? { says: 'sent', after: 0 };
  }
}

type Asked = Pick<
  SeenSend,
  'channel' | 'accountId' | 'contactId' | 'token' | 'reference' | 'text' | 'quickReplies' | 'linkAddress'
>;

/** Where several apps of an account may answer. */
const sharesThreads: ReadonlySet<SupportedChannel> = new Set(['instagram', 'messenger']);

const never = new Promise<never>(() => undefined);

async function* noPages(): AsyncGenerator<readonly ParsedUpdate[]> {}

/** Who gives up waiting for an answer does not know what it would have been. */
const cutOff: Answer = { says: 'unknown', after: 0 };

/** False: it was cut short. */
async function pause(duration: number, signal?: AbortSignal): Promise<boolean> {
  if (duration === 0) return true;
  return new Promise((resolve) => {
    const cutShort = (): void => resolve(false);
    signal?.addEventListener('abort', cutShort);
    setTimeout(() => {
      signal?.removeEventListener('abort', cutShort);
      resolve(true);
    }, duration);
  });
}

function resultOf(
  { says, retryAfter, scope, rest, alert, trace }: Answer,
  platformMessageId: string,
): SendResult {
  if (says === 'sent') return { kind: 'sent', platformMessageId, ...(rest === undefined ? {} : { rest }) };
  const explanation = `The platform was told to answer "${says}".`;
  return {
    kind: 'failed',
    class: says,
    explanation,
    retryAfter: retryAfter ?? null,
    ...(alert === undefined ? {} : { alert }),
    ...(trace === undefined ? {} : { trace }),
    scope: scope ?? 'contact',
  };
}
