import { z } from 'zod';
import { longestWhisper, type Whispers } from './whispers.js';

const tidings = z.discriminatedUnion('kind', [
  /** A page says what it has open. */
  z.object({
    kind: z.literal('page'),
    userId: z.string(),
    name: z.string(),
    page: z.string(),
    conversationId: z.string().nullable(),
    isTyping: z.boolean(),
  }),
  z.object({ kind: z.literal('page_left'), userId: z.string(), page: z.string() }),
  /** Someone of the team came, left, or is away. */
  z.object({ kind: z.literal('people') }),
  z.object({
    kind: z.literal('mentioned'),
    userIds: z.array(z.string()),
    conversationId: z.string(),
    by: z.string(),
  }),
]);

export type Tidings = z.output<typeof tidings>;

/** Whispers that mean something. What another version says and we do not understand is passed over. */
export class Gossip {
  readonly #whispers: Whispers;

  constructor(whispers: Whispers) {
    this.#whispers = whispers;
  }

  /** To the other processes. */
  spread(told: Tidings): void {
    const text = JSON.stringify(told);
    if (Buffer.byteLength(text) <= longestWhisper) this.#whispers.say(text);
  }

  onHeard(listener: (told: Tidings) => void): void {
    this.#whispers.onHeard((text) => {
      const read = tidings.safeParse(parseJson(text));
      if (read.success) listener(read.data);
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
