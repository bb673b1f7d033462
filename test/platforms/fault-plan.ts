import type { Fault } from './fault.js';

/** What a fault can be aimed at. `contactId` is null while only the head of a request is known. */
export interface Target {
  readonly method: string;
  readonly accountId: string;
  /** What is asked of it: `messages`, `conversations` …; empty: the account, or the contact, itself. */
  readonly edge: string;
  readonly contactId: string | null;
  readonly token: string | null;
}

interface Standing {
  readonly matches: (target: Target) => boolean;
  readonly fault: Fault;
}

/** What is posted and is no message. */
const settings = /^(subscribed_apps|messenger_profile|[a-z]+_thread_control)$/;

/** Whether a message is being sent, not a profile asked for, nor an account set up. */
export function isSend({ method, edge }: Target): boolean {
  return method === 'POST' && !settings.test(edge);
}

/** Faults in waiting: those for the next sends, and those that stand until they are lifted. */
export class FaultPlan {
  readonly #next: Fault[] = [];
  readonly #standing = new Set<Standing>();

  failNext(fault: Fault, times: number): void {
    for (let planned = 0; planned < times; planned++) this.#next.push(fault);
  }

  failWhile(matches: (target: Target) => boolean, fault: Fault): () => void {
    const standing = { matches, fault };
    this.#standing.add(standing);
    return () => this.#standing.delete(standing);
  }

  /** The fault that strikes before the body is read, if one does; it is used up. */
  takeAtHead(target: Target): Fault | undefined {
    return this.#take(target, isAtHead);
  }

  takeAtBody(target: Target): Fault | undefined {
    return this.#take(target, (fault) => !isAtHead(fault));
  }

  #take(target: Target, inTime: (fault: Fault) => boolean): Fault | undefined {
    const [first] = this.#next;
    if (first !== undefined && isSend(target)) return inTime(first) ? this.#next.shift() : undefined;
    return [...this.#standing].find(({ matches, fault }) => inTime(fault) && matches(target))?.fault;
  }
}

function isAtHead(fault: Fault): boolean {
  return fault.kind === 'reset' && fault.after === 'head';
}
