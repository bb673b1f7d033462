import { useSyncExternalStore } from 'react';
import type { DraftStore } from '../state/drafts.js';
import { afterReload, changeOutbox, type Outgoing, type OutboxChange } from '../state/outbox.js';

const keyOf = (place: string): string => `heyword outbox ${place}`;

/** What is on its way from this tab, of all conversations: it goes on while its writer looks at another one. */
class OutboxStore {
  readonly #boxes = new Map<string, readonly Outgoing[]>();
  readonly #watchers = new Set<() => void>();
  readonly #kept: DraftStore;

  constructor(kept: DraftStore) {
    this.#kept = kept;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  list(place: string): readonly Outgoing[] {
    const known = this.#boxes.get(place) ?? this.#recall(place);
    this.#boxes.set(place, known);
    return known;
  }

  change(place: string, change: OutboxChange): void {
    const box = changeOutbox(this.list(place), change);
    this.#boxes.set(place, box);
    this.#keep(place, box);
    for (const watcher of this.#watchers) watcher();
  }

  #recall(place: string): readonly Outgoing[] {
    try {
      return afterReload(JSON.parse(this.#kept.getItem(keyOf(place)) ?? 'null'));
    } catch {
      return [];
    }
  }

  #keep(place: string, box: readonly Outgoing[]): void {
    const unsettled = box.filter(({ progress }) => progress !== 'accepted');
    try {
      if (unsettled.length === 0) this.#kept.removeItem(keyOf(place));
      else this.#kept.setItem(keyOf(place), JSON.stringify(unsettled));
    } catch {
      // A full or forbidden store: it lasts as long as the page does.
    }
  }
}

export const outbox = new OutboxStore(sessionStorage);

export function useOutboxOf(place: string): readonly Outgoing[] {
  return useSyncExternalStore(outbox.watch, () => outbox.list(place));
}
