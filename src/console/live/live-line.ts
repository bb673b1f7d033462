import type { z } from 'zod';
import { heartbeatPause, type LiveEventName, listenLive, liveEvents } from '../../contract/live.js';
import { thisPage } from './this-page.js';

/** `reconnecting`: the line is broken and being opened again; `offline`: the browser has no network at all. */
export type LineState = 'connecting' | 'online' | 'reconnecting' | 'offline';

export type LiveEvent<N extends LiveEventName> = z.output<(typeof liveEvents)[N]>;

type Listener<N extends LiveEventName> = (event: LiveEvent<N>) => void;

const address = `/api/v1${listenLive.path}?page=${thisPage}`;
const reopenAfterMs = 3_000;
/** Two signs of life were missed: such a line is dead, though nobody has told the browser. */
const longestSilenceMs = 2 * heartbeatPause + 5_000;
const names = Object.keys(liveEvents) as readonly LiveEventName[];

/**
 * The page's one line to the server's live events. Browsers open a broken line again and name the last event that they
 * saw; where they gave up, the line is opened anew. As nobody knows what was missed before a line is opened, `reset` is told
 * then.
 */
export class LiveLine {
  #state: LineState = 'connecting';
  #source: EventSource | undefined;
  /** Nobody knows what was missed before the line that is being opened: pages read before the first one, too. */
  #hasGap = true;
  /** Opens the line anew, unless something is heard before. */
  #reopening: number | undefined;
  readonly #listeners = new Map<LiveEventName, Set<(event: never) => void>>();
  readonly #watchers = new Set<() => void>();

  get state(): LineState {
    return this.#state;
  }

  /** Tells of each change of the state, until the returned function is called. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Tells of each event of this name, until the returned function is called. */
  on<N extends LiveEventName>(name: N, listener: Listener<N>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Opens the line, and keeps it open until the returned function is called. */
  open(): () => void {
    const follow = (): void => this.#followNetwork();
    window.addEventListener('online', follow);
    window.addEventListener('offline', follow);
    this.#connect();
    return () => {
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', follow);
      this.#close();
    };
  }

  #connect(): void {
    this.#close();
    const source = new EventSource(address);
    this.#source = source;
    this.#openAnewIn(longestSilenceMs);
    source.onopen = () => this.#welcome();
    source.onerror = () => this.#lose(source);
    for (const name of names) source.addEventListener(name, (event) => this.#take(name, event));
  }

  #welcome(): void {
    this.#hear();
    if (this.#hasGap) this.#tell('reset', {});
    this.#hasGap = false;
  }

  #hear(): void {
    this.#become('online');
    this.#openAnewIn(longestSilenceMs);
  }

  #close(): void {
    window.clearTimeout(this.#reopening);
    this.#source?.close();
    this.#source = undefined;
  }

  #lose(source: EventSource): void {
    this.#become(navigator.onLine ? 'reconnecting' : 'offline');
    if (source.readyState === EventSource.CLOSED) this.#openAnewIn(reopenAfterMs);
  }

  #openAnewIn(ms: number): void {
    window.clearTimeout(this.#reopening);
    this.#reopening = window.setTimeout(() => this.#openAnew(), ms);
  }

  #openAnew(): void {
    this.#hasGap = true;
    this.#connect();
  }

  #followNetwork(): void {
    if (!navigator.onLine) this.#become('offline');
    else if (this.#state === 'offline') {
      this.#become('reconnecting');
      this.#openAnew();
    }
  }

  #take(name: LiveEventName, { data }: MessageEvent): void {
    this.#hear();
    const read = liveEvents[name].safeParse(readJson(String(data)));
    if (read.success) this.#tell(name, read.data);
  }

  #tell(name: LiveEventName, event: unknown): void {
    // Under a name there are only listeners of its events.
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }

  #become(state: LineState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
