import type { Random } from '../random.js';
import { Seals, type ContactKeys } from '../sealing/seals.js';
import { nextLine } from '../ledger/next-line.js';
import { beginThread, lastStop } from '../transactions/beginning.js';
import { eventRow, handoffRow, noteRow, receivedRow, requestRow, scopeOf } from '../transactions/new-rows.js';
import { namesIn } from '../transactions/known-names.js';
import type {
  Begin,
  EventLog,
  Handoffs,
  Ledger,
  Merging,
  Outcomes,
  ReceivedMessages,
  Requests,
  Rows,
  Threads,
  Timers,
} from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import { aliasKey } from './alias-key.js';
import { Changes } from './changes.js';
import { DueMoments } from './due-moments.js';
import { HeldPrivateReplies } from './held-private-replies.js';
import { HeldStanding } from './held-standing.js';
import type { HeldThread } from './held-rows.js';
import type { LoadedRows } from './load-rows.js';
import { holdOutbox } from './held-outbox.js';

interface WorkingSetParts {
  readonly newId: () => string;
  readonly random: Random;
}

/**
 * The rows of one transaction, held in memory: what was read under the locks, as the work has changed it since. Answers
 * the work without waiting, and keeps what is to be written.
 */
export class WorkingSet {
  readonly changes = new Changes();
  readonly due = new DueMoments();
  readonly seals: Seals;
  readonly privateReplies = new HeldPrivateReplies(this.changes);
  readonly standing = new HeldStanding(this.changes);
  readonly rows: Rows;
  readonly #loaded: LoadedRows;
  readonly #parts: WorkingSetParts;
  readonly #byNumber = new Map<number, HeldThread>();
  readonly #byId = new Map<string, HeldThread>();
  /** By `aliasKey`: begun in this transaction. */
  readonly #begun = new Map<string, HeldThread>();
  readonly #contacts = new Map<string, HeldThread>();
  readonly #seen: Map<string, string | null>;
  #now = 0;

  constructor(loaded: LoadedRows, parts: WorkingSetParts) {
    this.#loaded = loaded;
    this.#parts = parts;
    this.#seen = new Map(loaded.seen);
    for (const held of loaded.threads) this.#hold(held);
    this.seals = new Seals(this.#keys(), parts.random);
    this.rows = {
      threads: this.#threads(),
      begin: this.#begin(),
      log: this.#log(),
      ...holdOutbox(this, loaded),
      received: this.#received(),
      timers: this.#timers(),
      requests: this.#requests(),
      ledger: this.#ledger(),
      handoffs: this.#handoffs(),
      notes: { add: (thread, eventId, note) => void this.changes.notes.push(noteRow(thread, eventId, note)) },
      outcomes: this.#outcomes(),
      privateReplies: this.privateReplies,
      merging: this.#merging(),
      standing: this.standing,
    };
  }

  /** What is done from here on is done at `now`. */
  proceedTo(now: number): void {
    this.#now = now;
  }

  held({ number }: Pick<Thread, 'number'>): HeldThread {
    const held = this.#byNumber.get(number);
    if (held === undefined)
      throw new Error('The transaction was given a conversation that it does not hold.');
    return held;
  }

  heldById(id: string): HeldThread | undefined {
    return this.#byId.get(id) ?? this.#byNumber.get(this.#loaded.moved.get(id) ?? 0);
  }

  /** Ids of the conversations in which there is something else to see now. */
  changedStories(): readonly string[] {
    const { messages, moved, reports, forgotten, handoffs, notes, saved } = this.changes;
    const { handoffUpdates, handoffRatings } = this.changes;
    const inStory = [...messages, ...moved, ...reports, ...forgotten, ...notes];
    const rows = [...inStory, ...handoffs, ...handoffUpdates, ...handoffRatings];
    const numbers = [
      ...rows.map(({ conversation }) => conversation),
      ...[...saved.keys()].map(({ thread }) => thread.number),
    ];
    return [...new Set(numbers)].flatMap((number) => this.#byNumber.get(number)?.thread.id ?? []);
  }

  #hold(held: HeldThread): void {
    this.#byNumber.set(held.thread.number, held);
    this.#byId.set(held.thread.id, held);
    this.#contacts.set(held.thread.contactId, held);
  }

  #keys(): ContactKeys {
    const ownerOf = (contactId: string): HeldThread => {
      const held = this.#contacts.get(contactId);
      if (held === undefined) throw new Error('A seal is for a contact whom the transaction does not hold.');
      return held;
    };
    return {
      find: (contactId) => ownerOf(contactId).key,
      keep: ({ contactId, workspace, account }, key) => {
        ownerOf(contactId).key = key;
        this.changes.contactKeys.push({ contactId, workspace, account, key });
      },
    };
  }

  #threads(): Threads {
    return {
      findById: (id) => this.heldById(id)?.thread,
      findByAlias: (alias) => {
        const key = aliasKey(alias);
        const number = this.#loaded.numbers.get(key);
        return (this.#begun.get(key) ?? this.#byNumber.get(number ?? 0))?.thread;
      },
      save: (thread, updatedAt) => void this.changes.saved.set(this.held(thread), updatedAt),
      saveTags: (thread) => void this.changes.retagged.add(this.held(thread)),
    };
  }

  #begin(): Begin {
    return (address, { eventId, at }) => {
      const { workspace, account } = address;
      const names = namesIn(address).map((platformId) => ({ workspace, account, platformId }));
      const expected = names.map((name) => this.#loaded.newcomers.get(aliasKey(name)));
      const [newcomer] = expected;
      if (newcomer === undefined) throw new Error('The transaction did not expect this newcomer.');
      const { number } = newcomer;
      const stopped = lastStop(expected.map((one) => one?.stopped ?? null));
      const { row, entries } = beginThread(address, { newId: this.#parts.newId, stopped, eventId, at });
      const thread: Thread = { ...row, number };
      const held: HeldThread = {
        thread,
        outbox: [],
        timers: new Map(),
        waiting: [],
        chainEnd: undefined,
        key: null,
      };
      this.#hold(held);
      for (const name of names) this.#begun.set(aliasKey(name), held);
      this.changes.beginnings.push({ held, row, at });
      for (const name of names) this.changes.aliases.push({ ...name, conversation: number });
      for (const entry of entries) this.rows.ledger.append(thread, entry);
      return thread;
    };
  }

  #log(): EventLog {
    return {
      has: (id) => this.#seen.has(id),
      findConversation: (id) => this.#seen.get(id) ?? null,
      append: (thread, event, verdict) => {
        this.#seen.set(event.id, thread.id);
        const row = eventRow(this.seals, thread, event, verdict);
        const place = this.changes.events.push(row) - 1;
        // Its number comes with the commit; until then it is known by its place, counted down from minus one.
        if (verdict.disposition === 'deferred') {
          this.held(thread).waiting.push({ sequence: -1 - place, event, isUnreadable: false });
        }
      },
      findOldestWaiting: (thread) => this.held(thread).waiting[0],
      decideAgain: (sequence, verdict) => this.#decideAgain(sequence, verdict),
    };
  }

  #decideAgain(
    ...[sequence, { disposition, changedConsent, trace }]: Parameters<EventLog['decideAgain']>
  ): void {
    const verdict = { disposition, changedConsent, trace };
    if (verdict.disposition !== 'deferred') {
      const held = [...this.#byNumber.values()].find(({ waiting }) => waiting[0]?.sequence === sequence);
      held?.waiting.shift();
    }
    if (sequence > 0) {
      this.changes.decidedAgain.push({ sequence, ...verdict });
      return;
    }
    const place = -1 - sequence;
    const row = this.changes.events[place];
    if (row === undefined) throw new Error('An event that waits is not where it was put.');
    const hasChanged = row.changedConsent || changedConsent;
    this.changes.events[place] = { ...row, ...verdict, changedConsent: hasChanged };
  }

  #received(): ReceivedMessages {
    const { messages, forgotten } = this.changes;
    return {
      record: (thread, eventId, message) =>
        void messages.push(receivedRow(this.seals, thread, eventId, message)),
      forget: ({ number: conversation }, platformMessageId) =>
        void forgotten.push({ conversation, platformMessageId }),
    };
  }

  #timers(): Timers {
    const gone = ({ number: conversation }: Thread, id: string) => {
      this.changes.timers.delete(`${conversation} ${id}`);
      this.changes.timersGone.set(`${conversation} ${id}`, { conversation, id });
    };
    return {
      schedule: (thread, { id, dueAt }) => {
        const held = this.held(thread);
        held.timers.set(id, dueAt);
        this.changes.timersGone.delete(`${thread.number} ${id}`);
        this.changes.timers.set(`${thread.number} ${id}`, { ...scopeOf(thread), id, dueAt });
        this.due.mark(held, this.#now);
      },
      cancel: (thread, id) => {
        if (this.held(thread).timers.delete(id)) gone(thread, id);
      },
      cancelAll: (thread) => {
        const { timers } = this.held(thread);
        for (const id of timers.keys()) gone(thread, id);
        timers.clear();
      },
      take: (thread, id) => {
        const isThere = this.held(thread).timers.delete(id);
        if (isThere) gone(thread, id);
        return isThere;
      },
    };
  }

  #requests(): Requests {
    const { requests, requestsGone } = this.changes;
    return {
      open: (thread, inquiry) => {
        requestsGone.add(thread.number);
        requests.set(thread.number, requestRow(this.seals, thread, inquiry));
      },
      close: ({ number }) => {
        requests.delete(number);
        requestsGone.add(number);
      },
    };
  }

  #ledger(): Ledger {
    return {
      read: (contactId) => [
        ...(this.#loaded.ledgers.get(contactId) ?? []),
        ...this.changes.ledger.filter((line) => line.contactId === contactId),
      ],
      append: (whose, entry) => {
        const held = this.#contacts.get(whose.contactId);
        if (held === undefined)
          throw new Error('A ledger line is about a contact whom the transaction does not hold.');
        const { line, words, notice } = nextLine(whose, entry, held.chainEnd, this.#parts.random);
        held.chainEnd = line;
        this.changes.ledger.push(line);
        this.changes.ledgerWords.push(words);
        if (notice !== null) this.changes.notices.set(notice.hash, notice);
      },
    };
  }

  #handoffs(): Handoffs {
    const { handoffs, handoffUpdates, handoffRatings } = this.changes;
    return {
      open: (thread, opening) => void handoffs.push(handoffRow(this.seals, thread, opening)),
      update: ({ number: conversation }, id, change) =>
        void handoffUpdates.push({ conversation, id, change }),
      rate: ({ number: conversation }, id, rating) => void handoffRatings.push({ conversation, id, rating }),
    };
  }

  #merging(): Merging {
    const { aliases, merges, renamed } = this.changes;
    return {
      addAlias: ({ number: conversation }, alias) => {
        aliases.push({ ...alias, conversation });
        return this.#loaded.newcomers.get(aliasKey(alias))?.stopped ?? null;
      },
      writeTo: ({ number }, platformId) => void renamed.push({ number, platformId }),
      absorb: (survivor, other, mergedAt) => {
        const { number: from, contactId, id: conversationId, workspace, account } = other;
        const key = this.seals.keyOf(contactId);
        const to = { contactId: survivor.contactId, key: key === null ? '' : this.seals.keyFor(survivor) };
        const keys = key === null ? null : { from: { contactId, key }, to };
        const whose = { contactId, conversationId, workspace, account };
        merges.push({ from, to: survivor.number, ...whose, mergedAt, keys });
        this.due.mark(this.held(survivor), mergedAt);
      },
    };
  }

  #outcomes(): Outcomes {
    const { outcomes } = this.changes;
    return { record: (thread, outcome) => void outcomes.push({ ...outcome, ...scopeOf(thread) }) };
  }
}
