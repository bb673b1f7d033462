import type { ActionResult } from '../../../src/engine/deeds.js';
import type { Stage } from '../../engine/stage/stage.js';
import type { Deed } from '../checker/record.js';
import type { Cast } from './cast.js';
import type { PersonsDeed } from './operations.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Act = Exclude<PersonsDeed, { does: 'repeatsReply' }>;

interface Done extends Mutable<Deed> {
  readonly contact: number;
  /** Asks for it once more: the same request, as after an answer that never came. */
  readonly ask: () => Promise<void>;
}

/** What Mia, an agent, does during one history. */
export class People {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #done: Done[] = [];

  constructor(stage: Stage, cast: Cast) {
    this.#stage = stage;
    this.#cast = cast;
  }

  deedsOf(contact: number): readonly Deed[] {
    return this.#done.filter((one) => one.contact === contact);
  }

  async act(contact: number, deed: PersonsDeed): Promise<void> {
    if (deed.does === 'repeatsReply') {
      await this.#done.findLast((one) => one.contact === contact && one.kind === 'personReplied')?.ask();
      return;
    }
    const conversation = await this.#stage.store.findConversation(...this.#cast.address(contact));
    if (conversation === null) return;
    const done = this.#prepare(contact, conversation.id, deed);
    this.#done.push(done);
    void done.ask();
  }

  /** Only answers carry an id of their request: nothing else may be asked for twice. */
  askUnansweredAgain(): void {
    for (const { kind, acknowledged, ask } of this.#done)
      if (kind === 'personReplied' && acknowledged === null) void ask();
  }

  #prepare(contact: number, conversationId: string, deed: Act): Done {
    const text =
      deed.does === 'replies'
        ? `Mia says ${this.#cast.identity(contact).contactId}.${this.#done.length}`
        : '';
    const done: Done = {
      contact,
      kind: kindOf[deed.does],
      text,
      purpose: deed.does === 'withdraws' ? deed.purpose : null,
      called: this.#stage.time.mark(),
      acknowledged: null,
      eventId: null,
      ask: async () => {
        const { engine, time } = this.#stage;
        const result = await perform(engine, conversationId, deed, text);
        if (done.eventId !== null || !result.ok) return;
        done.eventId = result.eventId;
        done.acknowledged = time.mark();
      },
    };
    return done;
  }
}

const kindOf = {
  takesOver: 'personTookOver',
  replies: 'personReplied',
  handsBack: 'handedBack',
  resolves: 'handoffResolved',
  withdraws: 'withdrawalReported',
} as const;

const mia = { name: 'Mia', id: 'user-mia' };

function perform(engine: Stage['engine'], id: string, deed: Act, text: string): Promise<ActionResult> {
  switch (deed.does) {
    case 'takesOver':
      return engine.takeOver(id, mia);
    case 'replies':
      return engine.reply(id, mia, { text }, `request for ${text}`);
    case 'handsBack':
      return engine.handBack(id, mia, { flow: deed.flow, step: null });
    case 'resolves':
      return engine.resolve(id, mia, { outcome: null, asksForRating: false });
    case 'withdraws':
      return engine.withdraw(id, mia, deed.purpose);
  }
}
