import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type LiveEventName, liveEvents } from '../../../src/contract/live.js';

type LiveData<Name extends LiveEventName> = z.output<(typeof liveEvents)[Name]>;

/** The live stream: whoever comes back and names the last event they saw gets what they missed. */
export class LiveLine {
  /** How often a page has opened the stream. */
  opened = 0;
  readonly #listeners = new Set<Response>();
  readonly #told: string[] = [];

  push<Name extends LiveEventName>(name: Name, data: LiveData<Name>): void {
    const body = `event: ${name}\ndata: ${JSON.stringify(liveEvents[name].parse(data))}\n\n`;
    const hasId = name !== 'present';
    if (hasId) this.#told.push(body);
    const line = hasId ? `id: ${this.#told.length}\n${body}` : body;
    for (const listener of this.#listeners) listener.write(line);
  }

  readonly listen = (request: Request, response: Response): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 100\n\n');
    const seen = Number(request.get('last-event-id') ?? this.#told.length);
    this.#told.slice(seen).forEach((body, index) => {
      response.write(`id: ${seen + index + 1}\n${body}`);
    });
    this.opened += 1;
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  };

  /** Breaks every open stream. */
  cut(): void {
    for (const listener of this.#listeners) listener.destroy();
  }
}
