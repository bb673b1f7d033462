import type { Tasks, Work } from '../work.js';
import { Alarm } from './alarm.js';

export interface EmbeddedOptions {
  readonly now: () => number;
  /** Conversations that are served at the same time. */
  readonly concurrency: number;
  /** A task threw: nothing is lost (rows are), it is tried again after a while. */
  readonly onError: (error: unknown) => void;
}

/** How long a conversation rests whose task threw, ms. */
const restAfterError = 1_000;

/**
 * Does the work in this process: a queue of due conversations, and one alarm for the nearest timer. Holds no state that
 * the store does not have, so a killed process loses nothing but time.
 */
export class EmbeddedWork implements Work {
  readonly #tasks: Tasks;
  readonly #options: EmbeddedOptions;
  readonly #timerAlarm: Alarm;
  readonly #queue = new Set<string>();
  readonly #running = new Set<string>();
  /** Woken while being served: they must be looked at once more. */
  readonly #wokenMeanwhile = new Set<string>();
  readonly #resting = new Map<string, Alarm>();
  readonly #underWay = new Set<Promise<void>>();
  #isFiring = false;
  /** The alarm rang while timers were being fired: look once more. */
  #rangMeanwhile = false;
  #isStopped = false;

  constructor(tasks: Tasks, options: EmbeddedOptions) {
    this.#tasks = tasks;
    this.#options = options;
    this.#timerAlarm = new Alarm(options.now, () => {
      this.#fireTimers();
    });
  }

  async start(): Promise<void> {
    let after: string | null = null;
    do {
      const page = await this.#tasks.leftOver(after);
      this.wake(page);
      after = page.at(-1) ?? null;
    } while (after !== null);
    this.#fireTimers();
  }

  wake(conversationIds: Iterable<string>): void {
    for (const id of conversationIds) this.#enqueue(id);
    this.#pump();
  }

  wakeAt(dueAt: number): void {
    if (!this.#isStopped) this.#timerAlarm.setNoLaterThan(dueAt);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#queue.clear();
    this.#timerAlarm.clear();
    for (const alarm of this.#resting.values()) alarm.clear();
    this.#resting.clear();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #enqueue(id: string): void {
    if (this.#isStopped) return;
    this.#resting.get(id)?.clear();
    this.#resting.delete(id);
    if (this.#running.has(id)) this.#wokenMeanwhile.add(id);
    else this.#queue.add(id);
  }

  #pump(): void {
    for (const id of this.#queue) {
      if (this.#running.size >= this.#options.concurrency) return;
      this.#queue.delete(id);
      this.#running.add(id);
      this.#track(this.#serve(id));
    }
  }

  async #serve(id: string): Promise<void> {
    const comeBackAt = await this.#dispatch(id);
    this.#running.delete(id);
    if (this.#wokenMeanwhile.delete(id)) this.#enqueue(id);
    else if (comeBackAt !== null) this.#rest(id, comeBackAt);
    this.#pump();
  }

  async #dispatch(id: string): Promise<number | null> {
    try {
      return await this.#tasks.dispatch(id);
    } catch (error) {
      this.#options.onError(error);
      return this.#options.now() + restAfterError;
    }
  }

  #rest(id: string, until: number): void {
    if (this.#isStopped) return;
    const alarm = new Alarm(this.#options.now, () => {
      this.wake([id]);
    });
    this.#resting.set(id, alarm);
    alarm.setNoLaterThan(until);
  }

  #fireTimers(): void {
    if (this.#isStopped) return;
    if (this.#isFiring) {
      this.#rangMeanwhile = true;
      return;
    }
    this.#isFiring = true;
    this.#rangMeanwhile = false;
    this.#track(this.#fireAndSetAlarm());
  }

  async #fireAndSetAlarm(): Promise<void> {
    let next: number | null;
    try {
      next = await this.#tasks.fireTimers();
    } catch (error) {
      this.#options.onError(error);
      next = this.#options.now() + restAfterError;
    }
    this.#isFiring = false;
    if (this.#rangMeanwhile) this.#fireTimers();
    else if (next !== null) this.wakeAt(next);
  }

  #track(task: Promise<void>): void {
    const tracked = task.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }
}
