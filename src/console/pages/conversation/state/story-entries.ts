import type { FactItem, Line, MessageItem, NoteItem, TimelineItem } from './answers.js';

/** Who says something, so that what one says in a row stands together. */
export type Voice =
  | { readonly kind: 'contact' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'flow'; readonly flow: string }
  | { readonly kind: 'system'; readonly rule: string }
  | { readonly kind: 'person'; readonly name: string };

export type StoryEntry =
  | { readonly kind: 'day'; readonly id: string; readonly at: string }
  | {
      readonly kind: 'turn';
      readonly id: string;
      readonly voice: Voice;
      readonly items: readonly MessageItem[];
    }
  | { readonly kind: 'note'; readonly id: string; readonly item: NoteItem }
  | { readonly kind: 'facts'; readonly id: string; readonly items: readonly FactItem[] };

/** After so long, in ms, the same speaker is named anew. */
const turnLasts = 10 * 60_000;

/** The story as it is read: days, and what one voice says in a row together. `dayOf` names the reader's calendar day. */
export function storyEntries(
  items: readonly TimelineItem[],
  dayOf: (at: string) => string,
): readonly StoryEntry[] {
  const entries: StoryEntry[] = [];
  let day: string | null = null;
  for (const item of items) {
    const itsDay = dayOf(item.at);
    if (itsDay !== day) entries.push({ kind: 'day', id: `day ${itsDay}`, at: item.at });
    day = itsDay;
    const last = entries.at(-1);
    const grown = last === undefined ? null : grow(last, item);
    if (grown === null) entries.push(begin(item));
    else entries[entries.length - 1] = grown;
  }
  return entries;
}

function voiceOf({ direction, from, speaker }: Line): Voice {
  if (direction === 'in') return { kind: from === 'person_elsewhere' ? 'elsewhere' : 'contact' };
  switch (speaker?.kind) {
    case 'flow':
      return { kind: 'flow', flow: speaker.flow };
    case 'person':
      return { kind: 'person', name: speaker.name };
    default:
      return { kind: 'system', rule: speaker?.rule ?? '' };
  }
}

function begin(item: TimelineItem): StoryEntry {
  switch (item.kind) {
    case 'message':
      return { kind: 'turn', id: item.id, voice: voiceOf(item.line), items: [item] };
    case 'note':
      return { kind: 'note', id: item.id, item };
    case 'fact':
      return { kind: 'facts', id: item.id, items: [item] };
  }
}

/** The entry with one more item; null: the item does not belong to it. */
function grow(entry: StoryEntry, item: TimelineItem): StoryEntry | null {
  if (entry.kind === 'facts' && item.kind === 'fact') return { ...entry, items: [...entry.items, item] };
  if (entry.kind !== 'turn' || item.kind !== 'message') return null;
  const before = entry.items.at(-1)?.at ?? item.at;
  const isSoon = Date.parse(item.at) - Date.parse(before) < turnLasts;
  return isSoon && isSameVoice(entry.voice, voiceOf(item.line))
    ? { ...entry, items: [...entry.items, item] }
    : null;
}

function isSameVoice(one: Voice, other: Voice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
