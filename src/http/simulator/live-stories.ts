import type { RequestHandler } from 'express';
import type { Engine, StoryChange } from '../../engine/engine.js';
import type { Store } from '../../store/store.js';
import { EventStream } from '../event-stream.js';
import type { Log } from '../log.js';
import { HttpProblem } from '../problem.js';

export interface LiveStoriesDeps {
  readonly engine: Pick<Engine, 'onStoryChanged'>;
  readonly store: Pick<Store, 'readConversation' | 'readContact'>;
  readonly log: Pick<Log, 'warn'>;
  /** Aborted when the server closes; open streams end then. */
  readonly closing: AbortSignal;
}

const audienceLimit = 100;

/** Proxies drop a silent stream after a minute or less. */
const heartbeatPause = 20_000;

/** Tells the open pages whose story has changed. While nobody listens, the engine has no listener either. */
class Audience {
  readonly #deps: LiveStoriesDeps;
  readonly #streams = new Set<EventStream>();
  #dismiss: (() => void) | null = null;

  constructor(deps: LiveStoriesDeps) {
    this.#deps = deps;
    deps.closing.addEventListener('abort', () => this.#sendAway());
  }

  join(stream: EventStream): void {
    if (this.#deps.closing.aborted || this.#streams.size >= audienceLimit) throw tooMany();
    this.#dismiss ??= this.#listen();
    this.#streams.add(stream);
    stream.onClosed(() => this.#leave(stream));
    stream.comment('welcome');
  }

  #leave(stream: EventStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    this.#dismiss?.();
    this.#dismiss = null;
  }

  #listen(): () => void {
    const dismiss = this.#deps.engine.onStoryChanged((change) => void this.#announce(change));
    const heartbeat = setInterval(() => this.#beat(), heartbeatPause);
    heartbeat.unref();
    return () => {
      dismiss();
      clearInterval(heartbeat);
    };
  }

  async #announce({ conversationId }: StoryChange): Promise<void> {
    if (conversationId === null) {
      this.#sendAway();
      return;
    }
    try {
      const contact = await this.#nameOf(conversationId);
      if (contact === null) return;
      for (const stream of this.#streams) stream.tell({ name: 'story', data: { contact }, id: null });
    } catch (err) {
      this.#deps.log.warn({ err, conversationId }, 'a changed story could not be announced');
    }
  }

  /** Whoever comes back asks for everything. */
  #sendAway(): void {
    for (const stream of this.#streams) stream.end();
  }

  /** What the page calls the contact; null: not one of the simulator's. */
  async #nameOf(conversationId: string): Promise<string | null> {
    const conversation = await this.#deps.store.readConversation(conversationId);
    if (conversation?.channel !== 'simulator') return null;
    const contact = await this.#deps.store.readContact(conversation.contact.id);
    return contact?.platformIds[0] ?? null;
  }

  #beat(): void {
    for (const stream of this.#streams) stream.comment('alive');
  }
}

/** `GET /simulator/events`: server-sent events, one for each change of a story. */
export function liveStories(deps: LiveStoriesDeps): RequestHandler {
  const audience = new Audience(deps);
  return (_request, response) => audience.join(new EventStream(response));
}

function tooMany(): HttpProblem {
  return new HttpProblem(503, 'too_many_listeners', 'No further page can listen at the moment.', {
    headers: { 'Retry-After': '5' },
  });
}
