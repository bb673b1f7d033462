/** Where progress is shown: the standard error of a process. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  readonly table: string;
  readonly done: number;
  readonly total: number;
}

const barLength = 24;
const eraseLine = '\r\u001b[K';

/**
 * Shows how far a copy is: a bar that moves, on a terminal; elsewhere, as in a log, one line a table. It stands apart from
 * what the command prints, so that this can be read by a program.
 */
export class ProgressLine {
  readonly #stream: ProgressStream;
  #shown: string | null = null;

  constructor(stream: ProgressStream) {
    this.#stream = stream;
  }

  readonly show = (progress: Progress): void => {
    const isNews = progress.table !== this.#shown;
    this.#shown = progress.table;
    if (this.#stream.isTTY === true) {
      this.#stream.write(`${eraseLine}${drawBar(progress).slice(0, this.#width() - 1)}`);
    } else if (isNews) {
      this.#stream.write(`${nameTable(progress)}: ${describeRows(progress)} so far\n`);
    }
  };

  /** A terminal that does not know its width says 0. */
  #width(): number {
    return this.#stream.columns || 80;
  }

  /** Leaves the line to others. */
  end(): void {
    if (this.#stream.isTTY === true && this.#shown !== null) this.#stream.write(eraseLine);
  }
}

function drawBar(progress: Progress): string {
  const share = progress.total === 0 ? 1 : progress.done / progress.total;
  const filled = Math.floor(share * barLength);
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
  return `${bar} ${Math.floor(share * 100)}%  ${describeRows(progress)}  ${nameTable(progress)}`;
}

function describeRows({ done, total }: Progress): string {
  return `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`;
}

/** `ledgerWords` are the ledger words. */
function nameTable({ table }: Progress): string {
  return table.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
