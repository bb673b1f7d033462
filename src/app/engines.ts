import type { StoryFeed } from '../engine/story-changes.js';
import type { Whispers } from '../inbox/live/whispers.js';
import type { Store } from '../store/store.js';
import type { CalendarJob, Tasks, Work } from '../work/work.js';

/** What keeps things, and what does them when they are due: one pair for one machine, one for many. */
export interface Engines {
  readonly store: Store;
  createWork(tasks: Tasks): Work;
  /** Bytes of the file in which the store keeps what it has not yet moved to its place; null: it has none of its own. */
  readonly logBytes: () => number | null;
  /** Null: no other process writes to the store. */
  readonly storyFeed: StoryFeed | null;
  /** Reaches the other processes. */
  readonly whispers: Whispers;
}

export interface EngineSettings {
  /** What is done by the calendar, given the store. */
  readonly calendar: (store: Store) => readonly CalendarJob[];
  /** Conversations that are written to at the same time. */
  readonly concurrency: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onWorkError: (error: unknown) => void;
  readonly onCalendarError: (job: string, error: unknown) => void;
  /** Called once, when only another process can go on with the store. */
  readonly onStoreBroken: (why: Error) => void;
  /** Called when the store's log has grown to so many bytes and cannot shrink, once each time. */
  readonly onLogGrown: (bytes: number) => void;
}
