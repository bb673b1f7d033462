import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express, type Response } from 'express';
import type {
  InboundBody,
  SimulatorInfo,
  Story,
  StoryMessage,
} from '../../src/console/simulator/api/contract.js';

/** What the real server sends with every page; a page that breaks it would be broken in production. */
const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; media-src 'self' https:";

/** The answer of the business to one thing that a follower did, given the story up to there. */
export type Answering = (body: InboundBody, story: Story) => Partial<Story>;

/** Plays the server's side of the page's contract over stories in memory. */
export class FakeSimulator {
  readonly received: InboundBody[] = [];
  info: SimulatorInfo = {
    brand: 'Studio Nord',
    keywords: [
      { phrase: 'guide', flow: 'guide', title: 'The growth guide' },
      { phrase: 'growth guide', flow: 'guide', title: 'The growth guide' },
      { phrase: 'book', flow: 'booking', title: 'Book a call' },
    ],
    refs: [{ ref: 'guide', flow: 'guide' }],
    comments: [{ phrase: 'checklist', flow: 'checklist' }],
    buttons: [],
  };
  /** When set, the webhook refuses with this message instead of taking anything. */
  refusal: string | undefined;
  /** When false, the live line is answered with an error status. */
  hasLiveLine = true;
  /** How often a page asked for the live line while there was none. */
  refusedLines = 0;
  answering: Answering = () => ({});
  readonly #stories = new Map<string, Story>();
  readonly #listeners = new Set<Response>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(pageFolder: string): Promise<FakeSimulator> {
    const app = express();
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const fake = new FakeSimulator(server);
    fake.#route(app, pageFolder);
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/simulator`;
  }

  story(name: string): Story {
    return this.#stories.get(name) ?? { name, owner: 'bot', stopped: false, handoff: null, messages: [] };
  }

  /** Changes a story and tells every open page. */
  change(name: string, change: Partial<Story>): void {
    this.#stories.set(name, { ...this.story(name), ...change });
    for (const listener of this.#listeners) {
      listener.write(`event: story\ndata: ${JSON.stringify({ contact: name })}\n\n`);
    }
  }

  /** Lets the business say something. */
  say(name: string, ...messages: readonly StoryMessage[]): void {
    this.change(name, { messages: [...this.story(name).messages, ...messages] });
  }

  /** Cuts every open page's live line and takes no other, as a restart would, until it is given back. */
  cutLiveLine(): void {
    this.hasLiveLine = false;
    for (const listener of this.#listeners) listener.destroy();
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  #route(app: Express, pageFolder: string): void {
    app.use(express.json({ limit: '1mb' }));
    app.use((_request, response, next) => {
      response.set('content-security-policy', contentPolicy);
      next();
    });
    app.get('/simulator/info', (_request, response) => {
      response.json(this.info);
    });
    app.get('/simulator/contacts', (_request, response) => {
      response.json({ contacts: this.#contacts() });
    });
    app.get('/simulator/contacts/:name', (request, response) => {
      const story = this.#stories.get(request.params.name);
      if (story === undefined) response.status(404).json({ error: { code: 'unknown', message: 'Nobody.' } });
      else response.json(story);
    });
    app.get('/simulator/events', (_request, response) => {
      if (this.hasLiveLine) {
        this.#listen(response);
        return;
      }
      this.refusedLines += 1;
      response.status(503).json({ error: { code: 'unavailable', message: 'Restarting.' } });
    });
    app.post('/webhooks/simulator', (request, response) => {
      this.#take(request.body as InboundBody, response);
    });
    app.use('/console', express.static(pageFolder, { redirect: false }));
    app.get('/simulator', (_request, response) => {
      response.sendFile(join(pageFolder, 'index.html'));
    });
  }

  #contacts(): readonly { readonly name: string; readonly lastAt: number }[] {
    const contacts = [...this.#stories.values()].map(({ name, messages }) => ({
      name,
      lastAt: messages.at(-1)?.at ?? 0,
    }));
    return contacts.sort((one, other) => other.lastAt - one.lastAt);
  }

  #listen(response: Response): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 100\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  #take(body: InboundBody, response: Response): void {
    this.received.push(body);
    if (this.refusal !== undefined) {
      response.status(503).json({ error: { code: 'unavailable', message: this.refusal } });
      return;
    }
    const story = this.story(body.contact);
    if (!story.messages.some((message) => message.id === body.id)) this.#answer(body, story);
    response.json({ ok: true });
  }

  #answer(body: InboundBody, before: Story): void {
    const text = body.text ?? body.postback?.title ?? '';
    const story = { ...before, messages: [...before.messages, messageIn(body.id, text)] };
    const answer = this.answering(body, story);
    this.change(body.contact, { ...story, ...answer });
  }
}

let spoken = 0;

function messageIn(id: string, text: string): StoryMessage {
  return { ...bare, id, direction: 'in', text, at: Date.now() };
}

/** A message of the business, sent by the step `guide › project` unless told otherwise. */
export function messageOut(text: string, rest: Partial<StoryMessage> = {}): StoryMessage {
  spoken += 1;
  return {
    ...bare,
    id: `out-${String(spoken)}`,
    direction: 'out',
    text,
    at: Date.now(),
    state: 'sent',
    spokenBy: { kind: 'flow', flow: 'guide', step: 'project' },
    ...rest,
  };
}

const bare = {
  state: null,
  stateReason: null,
  quickReplies: [],
  link: null,
  buttons: [],
  media: null,
  cards: [],
  isTyping: false,
  isPublic: false,
  spokenBy: null,
} as const;
