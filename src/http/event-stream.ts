import type { Response } from 'express';

/** One event as browsers read it (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation). */
export interface StreamedEvent {
  readonly name: string;
  readonly data: unknown;
  /** What a browser that comes back names as the last one that it heard; null: it is not worth naming. */
  readonly id: string | null;
}

/** A page that reads slower than this, in bytes, is let go; it comes back, and is told what it missed. */
const backlogLimit = 256 * 1024;

/** An answer that goes on: it begins with the first word, and ends when either side has had enough. */
export class EventStream {
  readonly #response: Response;
  #cutListener: () => void = () => undefined;

  constructor(response: Response) {
    this.#response = response;
  }

  /** Whoever has gone before this is asked is heard of at once. */
  onClosed(listener: () => void): void {
    if (this.#response.destroyed) listener();
    else this.#response.once('close', listener);
  }

  /** Calls back when the page is let go since it reads too slowly. */
  onCut(listener: () => void): void {
    this.#cutListener = listener;
  }

  tell({ name, data, id }: StreamedEvent): void {
    const named = id === null ? '' : `id: ${id}\n`;
    this.#write(`${named}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** What no page hears, and proxies take for life. */
  comment(text: string): void {
    this.#write(`: ${text}\n\n`);
  }

  end(): void {
    this.#response.end();
  }

  #write(text: string): void {
    const response = this.#response;
    if (response.writableEnded || response.destroyed) return;
    if (!response.headersSent) {
      // The last one is for nginx, which would keep the words back until they fill a buffer.
      response.set({
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
    }
    if (response.writableLength <= backlogLimit) {
      response.write(text);
      return;
    }
    this.#cutListener();
    response.destroy();
  }
}
