/** When things are done: sends, timers, schedules. What is done is the engine's. */
export interface Work {
  /** Takes up what the last process left, then works until stopped. */
  start(): Promise<void>;
  /** These conversations may have a message to send. Repeats do no harm: the claim decides. */
  wake(conversationIds: Iterable<string>): void;
  /** A timer was set for then, epoch ms. */
  wakeAt(dueAt: number): void;
  /** Takes no new work, waits for what is under way. */
  stop(): Promise<void>;
}

/** What the work engine calls. */
export interface Tasks {
  /** Sends what the conversation may send now; returns when to come back, epoch ms, or null. */
  dispatch(conversationId: string): Promise<number | null>;
  /** Turns due timers into events; returns when the next is due, epoch ms, or null. */
  fireTimers(): Promise<number | null>;
  /** The same with those of one conversation, whose next one was announced when it was set. */
  fireTimersOf(conversationId: string): Promise<void>;
  /** Conversations left over from before. */
  leftOver(after: string | null): Promise<readonly string[]>;
  /** Gives up the sends of processes that are gone (P7). */
  takeOver(): Promise<void>;
}

/** Something that is done by the calendar. */
export interface CalendarJob {
  readonly name: string;
  /** Five fields: minute, hour, day of month, month, day of week; UTC. */
  readonly at: string;
  run(): Promise<void>;
}
