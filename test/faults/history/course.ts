import type { Commit, Deed, EventRow, History, LedgerRow, Line, Said, Script, Sent } from './history.js';

/** All that concerns one contact. */
export interface Course {
  readonly contact: string;
  readonly said: readonly Said[];
  readonly deeds: readonly Deed[];
  readonly sends: readonly Sent[];
  /** Incoming lines, in the order in which they were decided. */
  readonly heard: readonly Line[];
  /** Outgoing lines, in the order in which they were decided. */
  readonly lines: readonly Line[];
  readonly ledger: readonly LedgerRow[];
  readonly events: readonly EventRow[];
  readonly outcomes: readonly string[];
  readonly commits: readonly Commit[];
  readonly script: Script | null;
}

/** One of each contact that wrote, was written to, or is known. */
export function coursesOf({ rows, scripts, ...seen }: History): readonly Course[] {
  const said = groupBy(seen.said, byContact);
  const deeds = groupBy(seen.deeds, byContact);
  const sends = groupBy(seen.sends, byContact);
  const lines = groupBy(rows.lines, byConversation);
  const ledger = groupBy(rows.ledger, byConversation);
  const events = groupBy(rows.events, byConversation);
  const outcomes = groupBy(rows.outcomes, byConversation);
  const commits = groupBy(rows.commits, byConversation);
  const numbers = new Map(rows.conversations.map(({ number, contact }) => [contact, number]));
  const contacts = [...seen.said, ...seen.sends, ...rows.conversations].map(byContact);
  return [...new Set(contacts)].map((contact) => {
    const number = numbers.get(contact) ?? -1;
    const story = [...lines(number)].sort((a, b) => a.sequence - b.sequence);
    return {
      contact,
      said: said(contact),
      deeds: deeds(contact),
      sends: sends(contact),
      heard: story.filter(({ direction }) => direction === 'in'),
      lines: story.filter(({ direction }) => direction === 'out'),
      ledger: ledger(number),
      events: events(number),
      outcomes: outcomes(number).map(({ name }) => name),
      commits: commits(number),
      script: scripts.get(contact) ?? null,
    };
  });
}

function byContact({ contact }: { readonly contact: string }): string {
  return contact;
}

function byConversation({ conversation }: { readonly conversation: number }): number {
  return conversation;
}

function groupBy<T, Key>(all: readonly T[], keyOf: (one: T) => Key): (key: Key) => readonly T[] {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return (key) => groups.get(key) ?? [];
}
