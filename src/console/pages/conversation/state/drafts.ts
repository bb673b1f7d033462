export type ComposerMode = 'reply' | 'note';

/** What stands unsent, for each mode apart: a note that was begun is never taken for an answer. */
export interface Draft {
  readonly mode: ComposerMode;
  readonly reply: string;
  readonly note: string;
}

export const emptyDraft: Draft = { mode: 'reply', reply: '', note: '' };

/** As much of a browser's storage as is needed. */
export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (conversationId: string): string => `heyword draft ${conversationId}`;

/** What was left in a conversation's composer; a store that is closed to us has nothing. */
export function readDraft(store: DraftStore, conversationId: string): Draft {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(conversationId)) ?? 'null');
    return isDraft(kept) ? kept : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Keeps it over a reload and over visits to other conversations. */
export function keepDraft(store: DraftStore, conversationId: string, draft: Draft): void {
  try {
    if (draft.reply === '' && draft.note === '') store.removeItem(keyOf(conversationId));
    else store.setItem(keyOf(conversationId), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: it lasts as long as the page does.
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { mode, reply, note } = kept as Record<string, unknown>;
  return (mode === 'reply' || mode === 'note') && typeof reply === 'string' && typeof note === 'string';
}
