/** Calls back with the id of each conversation whose story has changed; null: any may have, some changes were missed. */
export type StoryListener = (conversationId: string | null) => void;

/** Tells of changes that any process has committed, this one too. */
export interface StoryFeed {
  onStoryChanged(listener: StoryListener): void;
}

/** Who watches stories, and what they hear: from this process, or, where others write too, from the feed of all. */
export class StoryChanges {
  readonly #listeners = new Set<StoryListener>();
  readonly #isFed: boolean;

  constructor(feed: StoryFeed | null) {
    this.#isFed = feed !== null;
    feed?.onStoryChanged((conversationId) => this.#tell(conversationId));
  }

  subscribe(listener: StoryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** This process has changed it; the feed tells of that as well. */
  changedHere(conversationId: string): void {
    if (!this.#isFed) this.#tell(conversationId);
  }

  #tell(conversationId: string | null): void {
    for (const listener of this.#listeners) listener(conversationId);
  }
}
