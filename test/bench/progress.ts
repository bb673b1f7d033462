const barWidth = 24;

/** Where a run is, as a bar on stderr: redrawn in a terminal, a line a step elsewhere. */
export class Progress {
  readonly #steps: number;
  #done = 0;
  /** Of the steps that are done, without what was prepared for them, ms. */
  #took = 0;
  #began = 0;
  #shown = '';

  constructor(steps: number) {
    this.#steps = steps;
  }

  /** Shows what begins now. */
  begin(what: string): void {
    this.#began = performance.now();
    this.#show(`${barOf(this.#done, this.#steps)} ${what}${this.#rest()}`);
  }

  /** Shows how much (0 to 1) of something is done that is no step of its own. */
  show(what: string, share: number): void {
    const line = `${barOf(this.#done, this.#steps)} ${what}`;
    if (process.stderr.isTTY) this.#show(`${line}, ${String(Math.floor(100 * share))} %`);
    else if (line !== this.#shown) this.#show(line);
    this.#shown = line;
  }

  /** What has begun is over. */
  end(): void {
    this.#done += 1;
    this.#took += performance.now() - this.#began;
    if (this.#done === this.#steps) this.#show(`${barOf(this.#done, this.#steps)} done\n`);
  }

  /** Says something that stays, above the bar. */
  tell(line: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${line}\n` : `${line}\n`);
  }

  #show(line: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${line}` : `${line.trimEnd()}\n`);
  }

  #rest(): string {
    if (this.#done === 0) return '';
    const each = this.#took / this.#done;
    const minutes = Math.ceil(((this.#steps - this.#done) * each) / 60_000);
    return `, about ${String(minutes)} min to go`;
  }
}

/** Such as `[######------------------]  6/24`. */
export function barOf(done: number, steps: number): string {
  const filled = Math.round((barWidth * done) / steps);
  const count = String(done).padStart(String(steps).length);
  return `[${'#'.repeat(filled).padEnd(barWidth, '-')}] ${count}/${String(steps)}`;
}
