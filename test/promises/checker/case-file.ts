import type { ContactExport, EventTrace, StoryLine } from '../../../src/store/reads.js';
import type { ContactRecord, Deed, Fed, Send } from './record.js';

/** An event in the order in which the store took them in, with what it was out there. */
export interface Entry extends EventTrace {
  readonly index: number;
  readonly fed: Fed | null;
  readonly deed: Deed | null;
}

/** A line that was to go out, in the order in which they were decided, with every try to send it. */
export interface Outgoing extends StoryLine {
  readonly index: number;
  readonly sends: readonly Send[];
}

/** What happened outside beside what the store says of it. */
export class CaseFile {
  readonly record: ContactRecord;
  readonly kept: ContactExport;
  readonly entries: readonly Entry[];
  readonly messages: readonly Outgoing[];
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #messages: ReadonlyMap<string, Outgoing>;

  constructor(record: ContactRecord, kept: ContactExport) {
    this.record = record;
    this.kept = kept;
    this.entries = kept.events.map((trace, index) => ({ ...trace, index, ...whatItWas(record, trace) }));
    this.messages = kept.story
      .filter(({ direction }) => direction === 'out')
      .map((line, index) => ({ ...line, index, sends: sendsOf(record, line.id) }));
    this.#entries = new Map(this.entries.map((entry) => [entry.eventId, entry]));
    this.#messages = new Map(this.messages.map((message) => [message.id, message]));
  }

  entryOf(eventId: string): Entry | undefined {
    return this.#entries.get(eventId);
  }

  /** The event that a message came of. */
  causeOf({ eventId }: Outgoing): Entry | undefined {
    return this.#entries.get(eventId);
  }

  messageOf({ reference }: Send): Outgoing | undefined {
    return this.#messages.get(reference);
  }
}

function whatItWas({ fed, deeds }: ContactRecord, { eventId, kind, occurredAt }: EventTrace) {
  return {
    fed: fed.find((one) => one.kind === kind && one.occurredAt === occurredAt) ?? null,
    deed: deeds.find((one) => one.eventId === eventId) ?? null,
  };
}

function sendsOf({ sends }: ContactRecord, id: string): readonly Send[] {
  return sends.filter(({ reference }) => reference === id);
}
