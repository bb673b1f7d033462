import type { Store } from '../../store/store.js';

/** How many are remembered: more than change while anybody looks. */
const remembered = 20_000;

/** Which workspace a conversation belongs to, which never changes. */
export class ConversationHomes {
  readonly #store: Pick<Store, 'workspaceOf'>;
  /** Who was asked for last stands last. */
  readonly #homes = new Map<string, string>();

  constructor(store: Pick<Store, 'workspaceOf'>) {
    this.#store = store;
  }

  /** Null: there is no such conversation. @throws {StoreUnavailable} */
  async workspaceOf(conversationId: string): Promise<string | null> {
    const known = this.#homes.get(conversationId);
    const workspace = known ?? (await this.#store.workspaceOf(conversationId));
    if (workspace !== null) this.#remember(conversationId, workspace);
    return workspace;
  }

  #remember(conversationId: string, workspace: string): void {
    this.#homes.delete(conversationId);
    this.#homes.set(conversationId, workspace);
    const [oldest] = this.#homes.keys();
    if (this.#homes.size > remembered && oldest !== undefined) this.#homes.delete(oldest);
  }
}
