import type { ContactExport, StoryLine } from '../../src/store/reads.js';
import type { Store } from '../../src/store/store.js';
import type { FakeSend } from '../platforms/fake-send.js';
import { openKeptStore } from './kept-store.js';
import type { Talker } from './talker.js';

/** Reads what servers have left that are gone, and says what is wrong with it. */
export class Aftermath {
  readonly #store: Store;
  readonly #sends: readonly FakeSend[];

  private constructor(store: Store, sends: readonly FakeSend[]) {
    this.#store = store;
    this.#sends = sends;
  }

  /** `url` as DATABASE_URL; `sends` are those that the platform has seen. */
  static async open(url: string, sends: readonly FakeSend[]): Promise<Aftermath> {
    return new Aftermath(await openKeptStore(url), sends);
  }

  /** What is wrong with a follower's conversation; empty: everything that was acknowledged happened once, and in order. */
  async problemsOf(talker: Talker): Promise<readonly string[]> {
    const contact = await this.#store.readContact(`${talker.account.name}/${talker.id}`);
    const kept = contact && (await this.#store.exportContact(contact.id));
    if (kept === null) return [`${talker.id} is not known`];
    const sends = this.#sends.filter(({ contactId }) => contactId === talker.id);
    const problems = [
      ...problemsOfHearing(talker, kept),
      ...problemsOfAnswers(talker, kept),
      ...problemsOfSends(kept, sends),
      ...problemsAfterStop(talker, kept, sends),
    ];
    return problems.map((problem) => `${talker.id} (${talker.dialogue.says.join(', ')}): ${problem}`);
  }

  /** Messages that were on the wire when the server died, and of which nobody has told since whether they arrived. */
  async countUnknown(): Promise<number> {
    return (await this.#store.figures(Date.now())).unknownMessages;
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

function problemsOfHearing({ said, dialogue }: Talker, { story }: ContactExport): readonly string[] {
  const heard = story.filter(({ direction }) => direction === 'in').map((line) => line.platformMessageId);
  const expected = said.map(({ mid }) => mid);
  const inOrder = (mids: readonly (string | null)[]): string =>
    (dialogue.mayOvertake ? [...mids].sort() : mids).join();
  return inOrder(heard) === inOrder(expected) ? [] : [`${expected.join()} were said, ${heard.join()} heard`];
}

function problemsOfAnswers(
  { dialogue }: Talker,
  { story, outcomes, ledger }: ContactExport,
): readonly string[] {
  const texts = outgoing(story).map(({ body }) => body.text);
  const wasOvertaken = dialogue.mayOvertake && texts.length === 1;
  const hears = wasOvertaken ? dialogue.hears.slice(-1) : dialogue.hears;
  const reached = wasOvertaken ? [] : dialogue.outcomes;
  const names = outcomes.map(({ name }) => name);
  const changes = ledger.map(({ entry }) => `${entry.change} ${entry.purpose}`);
  return [
    ...(texts.length === hears.length && texts.every((text, place) => hears[place]?.test(text) === true)
      ? []
      : [`${hears.join()} were to be said, not ${JSON.stringify(texts)}`]),
    ...(names.join() === reached.join() ? [] : [`its outcomes are ${names.join()}`]),
    ...(changes.join() === dialogue.ledger.join() ? [] : [`its ledger says ${changes.join()}`]),
  ];
}

/** Each line left at most once, but after a refusal; in order; and as its state says. */
function problemsOfSends({ story }: ContactExport, sends: readonly FakeSend[]): readonly string[] {
  const lines = outgoing(story);
  const order = sends.map(({ metadata }) => lines.findIndex(({ id }) => id === metadata));
  return [
    ...(order.every((place, at) => place >= (order[at - 1] ?? 0))
      ? []
      : [`lines left in the order ${order.join()}`]),
    ...lines.flatMap((line) => {
      const tries = sends.filter(({ metadata }) => metadata === line.id);
      const isRepeated = tries.slice(0, -1).some(({ delivered }) => delivered);
      const hasArrived = tries.at(-1)?.delivered === true;
      return [
        ...(isRepeated ? [`"${line.body.text}" was sent again`] : []),
        ...(isConsistent(line, hasArrived) ? [] : [`"${line.body.text}" is ${line.state ?? ''}`]),
      ];
    }),
  ];
}

function isConsistent({ state }: StoryLine, hasArrived: boolean): boolean {
  switch (state) {
    case 'sent':
      return hasArrived;
    case 'unknown':
      return true;
    case 'cancelled':
      return !hasArrived;
    default:
      return false;
  }
}

/** After its acknowledgement: the confirmation, and what was on the wire. */
function problemsAfterStop({ said }: Talker, { story, ledger }: ContactExport, sends: readonly FakeSend[]) {
  const stop = ledger.find(({ entry }) => entry.change === 'withdrawn');
  const stopped = said.find(({ mid }) => mid === stop?.entry.platformMessageId);
  if (stopped === undefined) return [];
  const confirmation = story.find(({ basis }) => basis?.kind === 'confirmation')?.id;
  const late = sends.filter(({ at, metadata }) => at > stopped.acknowledgedAt && metadata !== confirmation);
  return late.length > 1 ? [`${late.length} lines left after STOP`] : [];
}

function outgoing(story: readonly StoryLine[]): readonly StoryLine[] {
  return story.filter(({ direction }) => direction === 'out');
}
