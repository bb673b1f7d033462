import { nobodyElse } from '../inbox/live/whispers.js';
import type { Shutdown } from '../shutdown.js';
import { logBytes } from '../store/sqlite/log-watch.js';
import { openSqliteStore } from '../store/sqlite/open.js';
import { acquireServerLock } from '../store/sqlite/server-lock.js';
import { startCalendar, type Calendar } from '../work/embedded/calendar.js';
import { EmbeddedWork } from '../work/embedded/embedded-work.js';
import type { Work } from '../work/work.js';
import type { Engines, EngineSettings } from './engines.js';

/** Everything in this process, on a SQLite file that no other server uses. */
export function openEmbeddedEngines(file: string, settings: EngineSettings, shutdown: Shutdown): Engines {
  const { now, newId, concurrency, onWorkError, onCalendarError } = settings;
  const lock = acquireServerLock(file);
  shutdown.add(() => lock.release());
  const { onStoreBroken: onBroken, onLogGrown } = settings;
  const store = openSqliteStore({ path: file, newId, onBroken, onLogGrown });
  shutdown.add(() => store.close());
  const keepCalendar = (): Calendar => startCalendar(settings.calendar(store), onCalendarError);
  return {
    store,
    createWork: (tasks) =>
      new WorkWithCalendar(new EmbeddedWork(tasks, { now, concurrency, onError: onWorkError }), keepCalendar),
    logBytes: () => logBytes(file),
    storyFeed: null,
    whispers: nobodyElse,
  };
}

/** The calendar begins and ends with the work. */
class WorkWithCalendar implements Work {
  readonly #work: Work;
  readonly #keepCalendar: () => Calendar;
  #calendar: Calendar | null = null;

  constructor(work: Work, keepCalendar: () => Calendar) {
    this.#work = work;
    this.#keepCalendar = keepCalendar;
  }

  async start(): Promise<void> {
    await this.#work.start();
    this.#calendar = this.#keepCalendar();
  }

  wake(conversationIds: Iterable<string>): void {
    this.#work.wake(conversationIds);
  }

  wakeAt(dueAt: number): void {
    this.#work.wakeAt(dueAt);
  }

  async stop(): Promise<void> {
    await this.#calendar?.stop();
    await this.#work.stop();
  }
}
