import type { ChildProcess } from 'node:child_process';

interface Watcher {
  readonly pattern: RegExp;
  readonly from: number;
  readonly found: (line: string) => void;
}

/** Everything that a process has printed, and promises of what it is about to print. */
export class Output {
  #text = '';
  readonly #watchers = new Set<Watcher>();

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => this.#take(chunk));
    }
  }

  /** Both streams, in the order of arrival. */
  get text(): string {
    return this.#text;
  }

  /** Where the output has come to; give it to {@link waitFor} to look only at what follows. */
  get mark(): number {
    return this.#text.length;
  }

  /** Resolves with the first match after `from`; rejects with all that was printed when none comes in time. */
  waitFor(pattern: RegExp, { from = 0, within = 15_000 } = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const watcher: Watcher = {
        pattern,
        from,
        found: (match) => {
          clearTimeout(deadline);
          this.#watchers.delete(watcher);
          resolve(match);
        },
      };
      const deadline = setTimeout(() => {
        this.#watchers.delete(watcher);
        reject(new Error(`${pattern} was not printed within ${within} ms, but this:\n${this.#text}`));
      }, within);
      this.#watchers.add(watcher);
      this.#look(watcher);
    });
  }

  #take(chunk: string): void {
    this.#text += chunk;
    for (const watcher of [...this.#watchers]) this.#look(watcher);
  }

  #look({ pattern, from, found }: Watcher): void {
    const match = pattern.exec(this.#text.slice(from));
    if (match !== null) found(match[0]);
  }
}
