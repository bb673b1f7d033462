import type { Queryable, StandingConnection } from './standing-connection.js';

const channel = 'heyword_whispers';

/** What waits to be said when the database is slow; more is lost. */
const mostWaiting = 1_000;

/** What the processes on a database tell each other in passing; see the inbox's port of the same name. */
export interface PostgresWhispers {
  say(text: string): void;
  onHeard(listener: (text: string) => void): void;
}

/** @param processName What no other process is called; it has no spaces. */
export async function openWhispers(
  connection: StandingConnection,
  db: Queryable,
  processName: string,
): Promise<PostgresWhispers> {
  const listeners: ((text: string) => void)[] = [];
  const mouth = new Mouth(db, processName);
  await connection.listen(channel, (payload) => {
    const [, speaker, text] = /^(\S+) \d+ (.*)$/s.exec(payload) ?? [];
    if (text === undefined || speaker === processName) return;
    for (const listener of listeners) listener(text);
  });
  return {
    say: (text) => mouth.say(text),
    onHeard: (listener) => void listeners.push(listener),
  };
}

/** Speaks in order, everything that waits at once. */
class Mouth {
  readonly #db: Queryable;
  readonly #processName: string;
  #waiting: string[] = [];
  /** PostgreSQL passes on only one of several that are the same; ours never are. */
  #said = 0;
  #isSpeaking = false;

  constructor(db: Queryable, processName: string) {
    this.#db = db;
    this.#processName = processName;
  }

  say(text: string): void {
    this.#said += 1;
    if (this.#waiting.length < mostWaiting) this.#waiting.push(`${this.#processName} ${this.#said} ${text}`);
    if (!this.#isSpeaking) void this.#speak();
  }

  async #speak(): Promise<void> {
    this.#isSpeaking = true;
    while (this.#waiting.length > 0) {
      const payloads = this.#waiting;
      this.#waiting = [];
      try {
        await this.#db.query(
          `select pg_notify($1, payload) from unnest($2::text[]) with ordinality as said (payload, place) order by place`,
          [channel, payloads],
        );
      } catch {
        // Lost, as whispers may be: whoever speaks says it again as long as it is so.
      }
    }
    this.#isSpeaking = false;
  }
}
