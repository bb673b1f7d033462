import type { Arrival } from '../../../src/store/store.js';
import { answeringComments, comments } from '../contract/private-replies.js';
import { at, noon, minute } from '../contract/world.js';
import { doing, personFor, saying, sent, type PlayedWorkspace } from './played-workspace.js';

/**
 * Where a conversation can be. Each is played through real flows; one in the list comes about again and again, a follower
 * each.
 */
export const states = [
  'asked, nothing sent yet',
  'asked, everything sent',
  'on the wire',
  'unknown',
  'to be tried again',
  'failed',
  'answered, asked for consent',
  'consented',
  'refused',
  'stopped',
  'stopped, then spoken to by a person',
  'handed over',
  'taken by a person',
  'resolved',
  'awaiting a name, with words that wait',
  'puzzled',
  'asked by another flow',
  'erased',
  'erased after STOP',
  'clicked',
] as const;

export type State = (typeof states)[number];

/** Followers by where they are; `f12` is in the state `states[12 % states.length]`. */
export class Cast {
  readonly size: number;
  readonly #conversationIds = new Map<string, string>();

  constructor(size: number) {
    this.size = size;
  }

  /** Those in any of the states. */
  in(...wanted: readonly State[]): readonly string[] {
    return this.everybody().filter((_, place) => wanted.includes(this.stateOf(place)));
  }

  everybody(): readonly string[] {
    return Array.from({ length: this.size }, (_, place) => `f${place}`);
  }

  /** Each in turn; but each erasure rebuilds the file, so of those there are no more than a hundred. */
  stateOf(place: number): State {
    const state = states[place % states.length] ?? 'puzzled';
    return place >= 1000 && state.startsWith('erased') ? 'stopped' : state;
  }

  meet(name: string, conversationId: string): void {
    this.#conversationIds.set(name, conversationId);
  }

  idsOf(names: readonly string[]): readonly string[] {
    return names.map((name) => this.idOf(name));
  }

  idOf(name: string): string {
    const id = this.#conversationIds.get(name);
    if (id === undefined) throw new Error(`${name} has not written yet.`);
    return id;
  }
}

/** Plays until every follower is where they belong. */
export async function playEveryState(played: PlayedWorkspace, cast: Cast): Promise<void> {
  await played.store.changeAccountState(
    'main',
    'studio_ig',
    { token: 'sealed', heardUntil: noon },
    { now: noon },
  );
  await played.store.requestDeletion({
    code: 'c0de',
    workspace: null,
    userId: '4711',
    requestedAt: noon,
    contacts: 0,
    doneAt: null,
  });
  await comment(played);
  await meetTwice(played);
  await begin(played, cast);
  await goOn(played, cast);
  await giveCoupons(played, cast);
  await leave(played, cast);
}

/** Somebody whose comment waits for its private answer. */
async function comment({ store }: PlayedWorkspace): Promise<void> {
  const whose = {
    workspace: 'main',
    account: 'simulator',
    channel: 'simulator',
    contact: 'commenter',
  } as const;
  await store.apply([comments('comment', whose)], answeringComments);
}

/** Somebody who was known by two names, and said STOP under one of them. */
async function meetTwice(played: PlayedWorkspace): Promise<void> {
  const [first, second] = [saying('twice', 'guide', 0), saying('again', 'stop', 1)];
  const both = saying('twice', 'hmm', 2);
  if (both.address.kind !== 'platform') return;
  await played.apply([first, second]);
  await played.apply([{ ...both, address: { ...both.address, alsoKnownAs: ['again'] } }]);
}

const firstWords: Partial<Record<State, string>> = { 'asked by another flow': 'prices', puzzled: 'hmm' };

async function begin(played: PlayedWorkspace, cast: Cast): Promise<void> {
  const first = cast.everybody().map((name, place) => {
    const state = cast.stateOf(place);
    if (state === 'awaiting a name, with words that wait') return saying(name, 'guide', place, 'instagram');
    return saying(name, firstWords[state] ?? 'guide', place);
  });
  const applied = await played.apply(first);
  applied.forEach(({ conversationId }, place) => cast.meet(`f${place}`, conversationId));
  const waiting = cast.in('awaiting a name, with words that wait');
  await played.apply(waiting.map((name) => saying(name, 'are you there?', minute, 'instagram')));
  await tellNames(played, new Set(cast.idsOf(waiting)));
}

/** The platform says who they are, but for those who go on waiting. */
async function tellNames(played: PlayedWorkspace, waiting: ReadonlySet<string>): Promise<void> {
  const requests = await played.store.openRequests();
  const answers = requests
    .filter(({ conversationId }) => !waiting.has(conversationId))
    .map(({ conversationId, requestId }) => profile(conversationId, requestId, noon + 1000));
  await played.apply(answers);
}

export function profile(conversationId: string, requestId: string, now: number): Arrival {
  return doing(conversationId, {
    kind: 'profileFetched',
    requestId,
    firstName: 'Ada',
    name: 'Ada',
    ...at(now),
  });
}

/** All but those who have to wait for their first message. */
async function goOn(played: PlayedWorkspace, cast: Cast): Promise<void> {
  const now = noon + 2 * minute;
  const idle = cast.in('asked, nothing sent yet', 'on the wire', 'unknown', 'to be tried again', 'failed');
  const lively = cast.everybody().filter((name) => !idle.includes(name));
  // Hello with its link, and the question after it.
  await played.sendNext(cast.idsOf(lively), now, sent);
  await played.sendNext(cast.idsOf(lively), now, sent);
  await Promise.all(cast.idsOf(cast.in('on the wire')).map((id) => played.claim(id, now)));
  await played.sendNext(cast.idsOf(cast.in('unknown')), now, () => ({
    kind: 'unknown',
    explanation: 'no answer',
  }));
  await played.sendNext(cast.idsOf(cast.in('to be tried again')), now, () => ({
    kind: 'retry',
    at: now + minute,
    explanation: 'too fast',
  }));
  await played.sendNext(cast.idsOf(cast.in('failed')), now, () => ({
    kind: 'failed',
    failure: 'unreachable',
    explanation: 'blocked',
  }));
  const answering = cast.in('answered, asked for consent', 'consented', 'refused', 'stopped', 'erased');
  await played.apply(answering.map((name) => saying(name, 'my thesis', 3 * minute)));
  const selling = cast.in('handed over', 'taken by a person', 'resolved');
  await played.apply(selling.map((name) => saying(name, 'a shop', 3 * minute)));
  await played.apply(cast.in('consented').map((name) => saying(name, 'yes', 4 * minute)));
  await played.apply(cast.in('refused').map((name) => saying(name, 'no', 4 * minute)));
}

/** A code for some, of whom some will be erased. */
async function giveCoupons({ store }: PlayedWorkspace, cast: Cast): Promise<void> {
  const codes = cast.everybody().map((name) => `code of ${name}`);
  for (const conversationId of cast.idsOf(cast.in('clicked', 'erased'))) {
    const wish = { conversationId, requestId: `${conversationId}.coupon`, list: 'spring' };
    await store.drawCoupon({ ...wish, codes, perContact: 1, now: noon + 5 * minute });
  }
}

async function leave(played: PlayedWorkspace, cast: Cast): Promise<void> {
  const stopping = cast.in('stopped', 'stopped, then spoken to by a person', 'erased after STOP');
  await played.apply(stopping.map((name) => saying(name, 'stop', 5 * minute)));
  const taken = cast.in('taken by a person', 'resolved', 'stopped, then spoken to by a person');
  await played.apply(
    taken.map((name, place) =>
      doing(cast.idOf(name), { kind: 'personTookOver', person: personFor(place), ...at(noon + 6 * minute) }),
    ),
  );
  await played.apply(
    cast.in('resolved').map((name, place) =>
      doing(cast.idOf(name), {
        kind: 'handoffResolved',
        person: personFor(place),
        outcome: null,
        ...at(noon + 7 * minute),
      }),
    ),
  );
  await Promise.all(cast.in('clicked').map((name) => click(played, cast.idOf(name))));
  await Promise.all(cast.in('erased', 'erased after STOP').map((name) => erase(played, name)));
}

async function click({ store }: PlayedWorkspace, conversationId: string): Promise<void> {
  for (const { body } of await store.readStory(conversationId)) {
    if (body.link !== undefined) await store.followLink(body.link.code, noon + 8 * minute);
  }
}

async function erase({ store }: PlayedWorkspace, name: string): Promise<void> {
  const contact = await store.readContact(`simulator/${name}`);
  if (contact !== null) await store.erase(contact.id, noon + 9 * minute);
}
