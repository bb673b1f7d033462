import { presenceLasts } from '../../contract/live.js';
import type { Gossip, Tidings } from '../live/gossip.js';

/** What one page of the inbox says of itself. */
export interface OpenPage {
  readonly userId: string;
  readonly name: string;
  /** Made by the page, the same as long as it is open. */
  readonly page: string;
  /** Null: it has none open. */
  readonly conversationId: string | null;
  readonly isTyping: boolean;
}

/** Someone who has a conversation open, on however many pages. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly isTyping: boolean;
}

/** The presence service as the desk sees it. */
export interface PresentPeople {
  /** Who has it open, by name; `exceptUser` left out, null: nobody is. */
  present(conversationId: string, exceptUser: string | null): readonly Present[];
}

interface PresenceParts {
  readonly gossip: Gossip;
  /** Our clock, epoch ms. */
  readonly now: () => number;
}

type KeptPage = OpenPage & { readonly until: number };

/** More pages than anybody has open; the one that was silent longest gives way. */
const mostPagesOfUser = 30;

/**
 * Who has which conversation open, in any process. Nothing of it is kept: pages say it again and again, and whoever is
 * silent for `presenceLasts` has gone.
 */
export class Presence implements PresentPeople {
  readonly #parts: PresenceParts;
  /** By user and page; who spoke last stands last. */
  readonly #pages = new Map<string, KeptPage>();
  readonly #listeners: ((conversationId: string) => void)[] = [];

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    parts.gossip.onHeard((told) => this.#hear(told));
  }

  /** Calls back with each conversation in which somebody came, left, began or ceased to type. */
  onChanged(listener: (conversationId: string) => void): void {
    this.#listeners.push(listener);
  }

  /** A page of this process says it. */
  tell(page: OpenPage): void {
    this.#keep(page);
    this.#parts.gossip.spread({ kind: 'page', ...page });
  }

  /** A page of this process was closed. */
  leave(userId: string, page: string): void {
    if (!this.#pages.has(keyOf({ userId, page }))) return;
    this.#drop({ userId, page });
    this.#parts.gossip.spread({ kind: 'page_left', userId, page });
  }

  present(conversationId: string, exceptUser: string | null): readonly Present[] {
    const now = this.#parts.now();
    const people = new Map<string, Present>();
    for (const page of this.#pages.values()) {
      const { userId: id, name } = page;
      if (page.conversationId !== conversationId || page.until <= now || id === exceptUser) continue;
      people.set(id, { id, name, isTyping: page.isTyping || people.get(id)?.isTyping === true });
    }
    return [...people.values()].sort(byName);
  }

  /** Forgets who was silent for too long, and tells of it. To be called every few seconds. */
  expire(): void {
    const now = this.#parts.now();
    const gone = [...this.#pages].filter(([, { until }]) => until <= now);
    for (const [key] of gone) this.#pages.delete(key);
    this.#announce(gone.map(([, { conversationId }]) => conversationId));
  }

  #hear(told: Tidings): void {
    if (told.kind === 'page') this.#keep(told);
    if (told.kind === 'page_left') this.#drop(told);
  }

  #keep({ userId, name, page, conversationId, isTyping }: OpenPage): void {
    const key = keyOf({ userId, page });
    const before = this.#pages.get(key);
    const until = this.#parts.now() + presenceLasts;
    this.#pages.delete(key);
    this.#pages.set(key, { userId, name, page, conversationId, isTyping, until });
    if (before?.conversationId !== conversationId)
      this.#announce([before?.conversationId ?? null, conversationId]);
    else if (before.isTyping !== isTyping || before.name !== name) this.#announce([conversationId]);
    this.#makeRoom(userId);
  }

  #drop(page: Pick<OpenPage, 'userId' | 'page'>): void {
    const key = keyOf(page);
    const before = this.#pages.get(key);
    this.#pages.delete(key);
    this.#announce([before?.conversationId ?? null]);
  }

  #makeRoom(userId: string): void {
    const theirs = [...this.#pages.values()].filter((page) => page.userId === userId);
    const [oldest] = theirs;
    if (oldest !== undefined && theirs.length > mostPagesOfUser) this.#drop(oldest);
  }

  #announce(conversationIds: readonly (string | null)[]): void {
    for (const id of new Set(conversationIds))
      if (id !== null) for (const listener of this.#listeners) listener(id);
  }
}

/** A page is only its owner's, whatever it calls itself. */
function keyOf({ userId, page }: Pick<OpenPage, 'userId' | 'page'>): string {
  return JSON.stringify([userId, page]);
}

function byName(one: Present, other: Present): number {
  return one.name.localeCompare(other.name) || one.id.localeCompare(other.id);
}
