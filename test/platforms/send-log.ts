export interface WaitOptions {
  /** Count only messages to this contact. */
  readonly to?: string;
  /** Give up after so many ms; default 10,000. */
  readonly within?: number;
}

/** What every fake platform knows of a message that was posted to it. */
interface LoggedSend {
  readonly contactId: string;
  readonly text: string;
  /** Whether the contact got it, whatever was answered. */
  readonly delivered: boolean;
}

/** The messages that a fake platform was given, and who waits for more. */
export class SendLog<Send extends LoggedSend> {
  readonly #sends: Send[] = [];
  readonly #waiting = new Set<() => void>();

  add(send: Send): void {
    this.#sends.push(send);
    for (const look of [...this.#waiting]) look();
  }

  /** In the order of arrival, those that were refused among them. */
  all(to?: string): readonly Send[] {
    return this.#sends.filter(({ contactId }) => to === undefined || contactId === to);
  }

  delivered(to?: string): readonly Send[] {
    return this.all(to).filter((send) => send.delivered);
  }

  /** Resolves when so many messages have been posted; rejects with those that came when they do not come in time. */
  wait(count: number, { to, within = 10_000 }: WaitOptions = {}): Promise<readonly Send[]> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const sends = this.all(to);
        if (sends.length < count) return;
        clearTimeout(deadline);
        this.#waiting.delete(look);
        resolve(sends);
      };
      const deadline = setTimeout(() => {
        this.#waiting.delete(look);
        const texts = JSON.stringify(this.all(to).map(({ text }) => text));
        reject(new Error(`${count} messages were expected within ${within} ms; these came: ${texts}`));
      }, within);
      this.#waiting.add(look);
      look();
    });
  }
}
