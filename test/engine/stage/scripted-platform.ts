import type { Channel, Recipient, SendErrorClass, SendResult } from '../../../src/channels/channel.js';
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
  readonly scope?: 'contact' | 'account';
}

export interface ProfileAnswer {
  readonly firstName: string | null;
  readonly after: number;
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
  /** The answers to the next sends, in order; after the last one the first comes again. Empty: all are sent at once. */
  script: readonly Answer[] = [];
  profiles: ProfileAnswer = { firstName: null, after: 0 };
  readonly #time: VirtualTime;
  readonly #requests: Request[] = [];
  #answered = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** In the order in which they began. */
  get sends(): readonly SeenSend[] {
    return this.#requests.map(({ send }) => send);
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
      send: async ({ reference, body: { text, quickReplies = [] }, linkAddress }, recipient) => {
        const { token, accountId, contactId } = recipient;
        const what = {
          channel: name,
          accountId,
          contactId,
          token,
          reference,
          text,
          quickReplies,
          linkAddress,
        };
        return caller.isDead ? never : this.#take(what, caller);
      },
      fetchProfile: async () => (caller.isDead ? never : this.#tellProfile()),
    };
  }

  async #take(what: Asked, caller: Caller): Promise<SendResult> {
    const answer = this.#nextAnswer();
    const platformMessageId = `mid.${what.reference}.${this.#requests.length}`;
    const begun = this.#time.mark();
    const request: Request = {
      caller,
      send: { ...what, platformMessageId, begun, answer: null, ended: null },
    };
    this.#requests.push(request);
    await pause(answer.after);
    if (caller.isDead) return never;
    request.send = { ...request.send, answer: answer.says, ended: this.#time.mark() };
    return resultOf(answer, platformMessageId);
  }

  async #tellProfile(): Promise<Profile> {
    const { firstName, after } = this.profiles;
    await pause(after);
    return { firstName, name: firstName };
  }

  #nextAnswer(): Answer {
    const answer = this.script[this.#answered % Math.max(1, this.script.length)];
    this.#answered += 1;
    return answer ?? { says: 'sent', after: 0 };
  }
}

type Asked = Pick<
  SeenSend,
  'channel' | keyof Recipient | 'reference' | 'text' | 'quickReplies' | 'linkAddress'
>;

const never = new Promise<never>(() => undefined);

async function pause(duration: number): Promise<void> {
  if (duration > 0) await new Promise((resolve) => setTimeout(resolve, duration));
}

function resultOf({ says, retryAfter, scope }: Answer, platformMessageId: string): SendResult {
  if (says === 'sent') return { kind: 'sent', platformMessageId };
  const explanation = `The platform was told to answer "${says}".`;
  return {
    kind: 'failed',
    class: says,
    explanation,
    retryAfter: retryAfter ?? null,
    scope: scope ?? 'contact',
  };
}
