import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, ClaimedMessage, Decide, SendOutcome, Store } from '../../../src/store/store.js';
import { consenting } from './consent.js';
import { decision, minute, noon, openGate, parrot, second, writes, type OpenStore } from './world.js';

type Step =
  | { readonly kind: 'deliver'; readonly messages: readonly (readonly [contact: number, number: number])[] }
  | { readonly kind: 'claim'; readonly contact: number }
  | { readonly kind: 'record'; readonly contact: number; readonly outcome: SendOutcome['kind'] };

const contacts = 3;
/** How long a claimed message may go unrecorded before the next may go, at the least. */
const sendLease = 5 * minute;
const contact = fc.nat({ max: contacts - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  // Few numbers, so that the same message is often delivered again, in the same breath or much later.
  fc.record({
    kind: fc.constant('deliver' as const),
    messages: fc.array(fc.tuple(contact, fc.nat({ max: 5 })), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('claim' as const), contact }),
  fc.record({
    kind: fc.constant('record' as const),
    contact,
    outcome: fc.constantFrom('sent' as const, 'retry' as const, 'unknown' as const, 'failed' as const),
  }),
);

/** Repeats everything; the message number 0 is a consent as well. */
const decide: Decide = (conversation, event) => {
  if (event.kind !== 'messageReceived') return decision(conversation);
  const said = parrot(conversation, event);
  if (!event.text.endsWith('0')) return said;
  const consented = consenting(said.conversation, { ...event, text: 'yes' });
  return decision(consented.conversation, [...said.effects, ...consented.effects]);
};

/** Random histories, with the store's promises looked for in each (P2, P3, P10). */
export function describeHistories(open: OpenStore): void {
  describe('in any history', () => {
    it('every message counts once, messages leave in turn and one at a time, and the ledger verifies', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 25 }),
          async (rounds) => {
            const store = await open();
            try {
              await live(store, rounds);
            } finally {
              await store.close();
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  });
}

/** The steps of a round are asked for at the same time. */
async function live(store: Store, rounds: readonly (readonly Step[])[]): Promise<void> {
  const history = new History(store);
  for (const round of rounds) await Promise.all(round.map((next) => history.take(next)));
  await history.check();
}

interface InFlight {
  readonly message: ClaimedMessage;
  readonly since: number;
}

class History {
  readonly #store: Store;
  /** Numbers delivered to each contact, in the order in which they were first handled. */
  readonly #handled = Array.from({ length: contacts }, (): number[] => []);
  readonly #conversations = new Map<number, string>();
  readonly #inFlight = new Map<number, InFlight>();
  /** Texts for which a send began, in order, by contact. */
  readonly #begun = Array.from({ length: contacts }, (): string[] => []);
  #now = noon;

  constructor(store: Store) {
    this.#store = store;
  }

  async take(next: Step): Promise<void> {
    // Far enough apart that an unknown send holds nobody back for ever.
    this.#now += 20 * second;
    if (next.kind === 'deliver') return this.#deliver(next.messages);
    return next.kind === 'claim' ? this.#claim(next.contact) : this.#record(next.contact, next.outcome);
  }

  async #deliver(messages: readonly (readonly [number, number])[]): Promise<void> {
    const arrivals = messages.map(([who, number]) =>
      writes(`text ${number}`, { contact: `c${who}`, key: `${who}.${number}` }),
    );
    const applied = await this.#store.apply(arrivals, decide);
    applied.forEach(({ result, conversationId }, place) => {
      const [who, number] = messages[place]!;
      this.#conversations.set(who, conversationId);
      if (result === 'handled') this.#handled[who]!.push(number);
      else expect(result).toBe('duplicate');
    });
  }

  async #claim(who: number): Promise<void> {
    const conversationId = this.#conversations.get(who);
    if (conversationId === undefined) return;
    const now = this.#now;
    const claim: Claim = await this.#store.claim(conversationId, now, openGate);
    if (claim.kind !== 'send') return;
    const before = this.#inFlight.get(who);
    if (before !== undefined) expect(now - before.since).toBeGreaterThanOrEqual(sendLease);
    this.#inFlight.set(who, { message: claim.message, since: now });
    this.#begun[who]!.push(claim.message.body.text);
  }

  async #record(who: number, kind: SendOutcome['kind']): Promise<void> {
    const begun = this.#inFlight.get(who);
    if (begun === undefined) return;
    this.#inFlight.delete(who);
    await this.#store.record(begun.message, outcomeOf(kind, this.#now), this.#now, decide);
  }

  async check(): Promise<void> {
    expect(await this.#store.verifyLedger()).toMatchObject({ problems: [] });
    for (const [who, conversationId] of this.#conversations) {
      const numbers = this.#handled[who]!;
      expect(new Set(numbers).size).toBe(numbers.length);
      const story = await this.#store.readStory(conversationId);
      const texts = numbers.map((number) => `text ${number}`);
      expect(story.filter(({ direction }) => direction === 'in').map(({ body }) => body.text)).toEqual(texts);
      // A retry begins the same message again; nothing else is begun twice, and nothing out of turn.
      const begun = this.#begun[who]!.filter((text, place, all) => text !== all[place - 1]);
      expect(begun).toEqual(texts.slice(0, begun.length));
    }
  }
}

function outcomeOf(kind: SendOutcome['kind'], now: number): SendOutcome {
  switch (kind) {
    case 'sent':
      return { kind, platformMessageId: null };
    case 'retry':
      return { kind, at: now + second, explanation: 'busy' };
    case 'unknown':
      return { kind, explanation: 'no answer' };
    case 'failed':
      return { kind, failure: 'invalid', explanation: 'no' };
  }
}
