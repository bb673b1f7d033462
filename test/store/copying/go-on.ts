import { canonicalJson } from '../../../src/flow/compile/canonical-json.js';
import { noon, minute } from '../contract/world.js';
import type { Cast } from './every-state.js';
import { profile } from './every-state.js';
import { saying, sent, type PlayedWorkspace } from './played-workspace.js';

const hour = 60 * minute;

/** What a store answered to what came after, in its order. */
export type Answers = readonly unknown[];

/**
 * Everything that can come next, for the first `people` of the cast: the server starts, names arrive, what waits is sent,
 * followers answer, come back and say STOP, timers fire. Two stores that answer alike are in the same state.
 */
export async function goOn(played: PlayedWorkspace, cast: Cast, people: number): Promise<Answers> {
  const now = noon + 20 * minute;
  const names = cast.everybody().slice(0, people);
  const ids = new Set(cast.idsOf(names));
  await played.store.recover(now);
  const answers: unknown[] = [await played.store.figures(now)];
  answers.push(...(await learnNames(played, ids, now)));
  answers.push(...(await sendAll(played, ids, now)));
  answers.push(
    ...(await played.apply(names.map((name, place) => saying(name, wordsFor(place), 21 * minute)))),
  );
  answers.push(...(await sendAll(played, ids, noon + 22 * minute)));
  answers.push(...(await fireTimers(played, ids, noon + 40 * hour)));
  answers.push(...(await sendAll(played, ids, noon + 40 * hour)));
  return answers;
}

type Ids = ReadonlySet<string>;

const words = ['yes', 'my thesis', 'stop', 'guide', 'a website', 'help'] as const;

/** In each state, each of the words is said by somebody. */
function wordsFor(place: number): string {
  return words[Math.floor(place / 20) % words.length] ?? 'guide';
}

async function learnNames(played: PlayedWorkspace, ids: Ids, now: number): Promise<Answers> {
  const requests = await played.store.openRequests();
  const ordered = requests
    .filter(({ conversationId }) => ids.has(conversationId))
    .toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));
  return played.apply(
    ordered.map(({ conversationId, requestId }) => profile(conversationId, requestId, now)),
  );
}

/**
 * Sends whatever may go out, to each in turn. Where an account has to wait, because it may send no faster or because a send
 * is not settled, a moment is let pass.
 */
async function sendAll(played: PlayedWorkspace, ids: Ids, now: number): Promise<Answers> {
  const seen = await Promise.all([...ids].map((id) => sendTo(played, id, now)));
  return seen.map((messages) => canonicalJson(messages)).toSorted();
}

async function sendTo({ store, claim, decide }: PlayedWorkspace, id: string, now: number): Promise<Answers> {
  const messages: unknown[] = [];
  for (let at = now; at < now + 10 * minute;) {
    const next = await claim(id, at);
    if (next.kind === 'idle') break;
    if (next.kind === 'wait') {
      at = next.until;
      continue;
    }
    const { token, ...message } = next.message;
    messages.push({ ...message, isProved: token !== '' });
    await store.record(next.message, sent(message.id), at, decide);
  }
  return messages;
}

async function fireTimers(played: PlayedWorkspace, ids: Ids, now: number): Promise<Answers> {
  const due = await played.store.dueTimers(now, 1_000_000);
  const ordered = due
    .filter(({ conversationId }) => ids.has(conversationId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return played.apply(
    ordered.map(({ id, conversationId, dueAt }) => ({
      address: { kind: 'conversation', conversationId },
      key: `timer:${id}`,
      content: { kind: 'timerFired', timerId: id, occurredAt: dueAt, receivedAt: now },
    })),
  );
}

/** The first place where two stores did not answer alike; null: there is none. */
export function findDifference(answers: Answers, expected: Answers): unknown {
  const [told, wanted] = [tellAll(answers), tellAll(expected)];
  const place = wanted.findIndex((answer, at) => answer !== told[at]);
  if (place !== -1) return { place, got: told[place], expected: wanted[place] };
  return told.length === wanted.length ? null : { got: told.length, expected: wanted.length };
}

/** But for those who come back after an erasure: they begin anew, under ids that are made up on the spot. */
function tellAll(answers: Answers): readonly string[] {
  return answers.map((answer) => canonicalJson(answer)).filter((answer) => !answer.includes('"after-'));
}
