import { type Account, accounts } from '../../e2e/driver/workspace-folder.js';
import { isSend } from '../../platforms/fault-plan.js';
import type { FakeSend } from '../../platforms/fake-send.js';
import { delivery, type Item, newMid, thread } from '../../platforms/meta-payloads.js';
import type { Chance } from '../chance.js';
import { type Course, coursesOf } from '../history/course.js';
import { findDisorder, isLeftAlone, type Told } from '../history/disorder.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { deliverUntilTaken } from '../load/reach.js';
import { Recorder } from '../load/recorder.js';
import type { Scenario } from '../scenario.js';
import { Scene } from '../scene.js';
import { settle, within } from './aftermath.js';

const atOnce = 10;
/** Of the first messages, which everybody waits for, ms. */
const slowestAnswer = 60_000;
/** The platform answers a send so late that it has told of its fate before, ms. */
const lateAnswer = 250;

const fates = ['delivered', 'read'] as const;

/** Something that the platform tells, and how it does. */
interface News {
  readonly told: Told;
  readonly tell: () => Promise<void>;
}

/** A contact of whom everything is told in another order than it happened. */
class Shuffled {
  readonly id = newContactId();
  readonly tale: Told[] = [];
  readonly #scene: Scene;
  readonly #chance: Chance;
  readonly #account: Account;
  readonly #chat: Chat;
  readonly #deliver: (payload: Item) => Promise<void>;
  /** Of the question at the end. */
  readonly #probe = newMid();

  constructor(scene: Scene, recorder: Recorder, chance: Chance) {
    const { id } = this;
    this.#scene = scene;
    this.#chance = chance;
    this.#account = chance.among([accounts.instagram, accounts.messenger]);
    const reach = scene.reach();
    this.#deliver = deliverUntilTaken(reach);
    this.#chat = new Chat({ account: this.#account, id, deliver: this.#deliver, reach, chance, recorder });
  }

  async run(): Promise<void> {
    await this.#chat.says('guide');
    const sends = await this.#scene.meta.waitForSends(2, { to: this.id, within: slowestAnswer });
    const receipts = Promise.all(sends.map((send) => this.#tellFate(send)));
    for (const { told, tell } of shuffled(this.#news(), this.#chance)) {
      await tell();
      this.tale.push(told);
    }
    await receipts;
    await this.#chat.says('guide', 'other', { messageId: this.#probe });
  }

  /** What is otherwise than if everything had come in its order. */
  findings(course: Course): readonly string[] {
    const probe = course.heard.find(({ platformMessageId }) => platformMessageId === this.#probe);
    const isAnswered = course.lines.some(({ eventId }) => eventId === probe?.eventId);
    const wrong = findDisorder(course, this.tale);
    const order = JSON.stringify(this.tale.flatMap((told) => ('text' in told ? [told.text, told.at] : [])));
    if (isAnswered === !isLeftAlone(this.tale)) return wrong;
    return [...wrong, `after ${order} the bot ${isAnswered ? 'speaks' : 'is silent'}`];
  }

  /** They wrote some things, of which one was edited and another taken back, all within a second and some time ago. */
  #news(): readonly News[] {
    const began = Date.now() - 60_000;
    const texts = [
      'my thesis',
      'nice',
      this.#chance.among(['STOP', 'well']),
      this.#chance.among(['START', 'so']),
    ];
    const written = shuffled(texts, this.#chance).map((text, place) =>
      this.#writing(text, began + place * 100),
    );
    const [thesis, nice] = ['my thesis', 'nice'].map((text) =>
      written.find((one) => one.told.text === text)!,
    );
    const edit = this.#chance.among(['STOP', 'quite nice', 'nicer']);
    return [...written, this.#edit(nice!.told, edit, began + 900), this.#takeBack(thesis!.told)];
  }

  #writing(text: string, at: number) {
    const told = { kind: 'wrote', messageId: newMid(), text, at } as const;
    const meaning = text === 'STOP' ? 'stop' : text === 'START' ? 'start' : 'other';
    return { told, tell: () => this.#chat.says(text, meaning, told) };
  }

  #edit({ messageId }: { readonly messageId: string }, text: string, at: number): News {
    const item = thread(this.#account, this.id).edits(messageId, text, 1, { at });
    return { told: { kind: 'edited', messageId, text, at }, tell: () => this.#tell(item) };
  }

  #takeBack({ messageId }: { readonly messageId: string }): News {
    const item = thread(this.#account, this.id).unsends(messageId);
    return { told: { kind: 'took_back', messageId }, tell: () => this.#tell(item) };
  }

  /**
   * Its echo comes before the send's answer: then its id is known. What was told of an id that nobody knew counts when it
   * is told again, as Messenger does with each message that is read; Instagram tells once, and not before the echo.
   */
  async #tellFate(send: FakeSend): Promise<void> {
    const lineId = send.metadata ?? '';
    const isMessenger = this.#account === accounts.messenger;
    const early = shuffled(fates, this.#chance).slice(0, isMessenger ? this.#chance.among([0, 1, 2]) : 0);
    for (const kind of early) await this.#tell(this.#fate(kind, send));
    const isNamed = isMessenger || this.#chance.happens(0.5);
    const { echoOf } = thread(this.#account, this.id);
    await this.#tell(echoOf(isNamed ? send : { ...send, metadata: null }));
    this.tale.push({ kind: 'sent', lineId });
    for (const kind of shuffled(fates, this.#chance)) {
      await this.#tell(this.#fate(kind, send));
      this.tale.push({ kind, lineId });
    }
  }

  #fate(kind: (typeof fates)[number], { messageId }: FakeSend): Item {
    const { receives, readsMessage, readsUpTo } = thread(this.#account, this.id);
    const now = Date.now();
    if (kind === 'delivered') return receives([messageId], now);
    return this.#account === accounts.messenger ? readsUpTo(now) : readsMessage(messageId);
  }

  #tell(item: Item): Promise<void> {
    return this.#deliver(delivery(this.#account, item));
  }
}

function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  const drawn = all.map((one) => ({ one, place: chance.next() }));
  return drawn.sort((a, b) => a.place - b.place).map(({ one }) => one);
}

export const outOfOrder: Scenario = {
  name: 'out-of-order',
  rows: [13],
  title:
    'What happened is told in any order: read before delivered and sent, echoes before answers, edits before messages',
  engines: ['sqlite', 'postgres'],
  trials: { few: 60, record: 2_000 },
  run: async ({ engine, trials, chance, show }) =>
    within(await Scene.set(engine), async (scene) => {
      await scene.start();
      scene.meta.failWhile(isSend, { kind: 'slow', ms: lateAnswer });
      const recorder = new Recorder();
      const all: Shuffled[] = [];
      const runNext = async (): Promise<void> => {
        while (all.length < trials) {
          const contact = new Shuffled(scene, recorder, chance);
          if (all.push(contact) % 50 === 0) show(`${String(all.length)} of ${String(trials)} contacts`);
          await contact.run();
        }
      };
      await Promise.all(Array.from({ length: atOnce }, runNext));
      return settle(scene, recorder, (history) => {
        const courses = new Map(coursesOf(history).map((course) => [course.contact, course]));
        const mismatches = all.flatMap((contact) => {
          const course = courses.get(contact.id);
          const found = course === undefined ? ['nobody knows them'] : contact.findings(course);
          return found.map((finding) => `${contact.id}: ${finding}`);
        });
        const silent = all.filter(({ tale }) => isLeftAlone(tale)).length;
        return { trials, others: mismatches, facts: { mismatches: mismatches.length, left_alone: silent } };
      });
    }),
};
