import { noon, minute } from '../contract/world.js';
import { Cast, profile } from './every-state.js';
import { saying, sent, type PlayedWorkspace } from './played-workspace.js';

const hour = 60 * minute;

/** What a store answered to what came after, in its order. */
export type Answers = readonly unknown[];

/**
 * Everything that can come next, for everybody: the server starts, names arrive, what waits is sent, followers answer, come
 * back and say STOP, timers fire. Two stores that answer alike are in the same state.
 */
export async function goOn(played: PlayedWorkspace, cast: Cast): Promise<Answers> {
  const now = noon + 20 * minute;
  await played.store.recover(now);
  const answers: unknown[] = [await played.store.figures(now)];
  answers.push(...(await learnNames(played, now)));
  answers.push(...(await sendAll(played, cast, now)));
  const answering = cast.everybody().map((name, place) => saying(name, wordsFor(place), 21 * minute));
  answers.push(...(await played.apply(answering)));
  answers.push(...(await sendAll(played, cast, noon + 22 * minute)));
  answers.push(...(await fireTimers(played, noon + 40 * hour)));
  answers.push(...(await sendAll(played, cast, noon + 40 * hour)));
  return answers;
}

const words = ['yes', 'my thesis', 'stop', 'guide', 'a website', 'help'] as const;

/** In each state, each of the words is said by somebody. */
function wordsFor(place: number): string {
  return words[Math.floor(place / 20) % words.length] ?? 'guide';
}

async function learnNames(played: PlayedWorkspace, now: number): Promise<Answers> {
  const requests = await played.store.openRequests();
  const ordered = requests.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1));
  return played.apply(
    ordered.map(({ conversationId, requestId }) => profile(conversationId, requestId, now)),
  );
}

async function sendAll(played: PlayedWorkspace, cast: Cast, now: number): Promise<Answers> {
  const claims = await Promise.all(
    cast.everybody().map(async (name) => {
      const seen: unknown[] = [];
      for (;;) {
        const claim = await played.claim(cast.idOf(name), now);
        if (claim.kind !== 'send') return [...seen, claim];
        const { token, ...message } = claim.message;
        seen.push(message, token !== '');
        await played.store.record(claim.message, sent(message.id), now, played.decide);
      }
    }),
  );
  return claims;
}

async function fireTimers(played: PlayedWorkspace, now: number): Promise<Answers> {
  const due = await played.store.dueTimers(now, 1_000_000);
  const ordered = due.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return played.apply(
    ordered.map(({ id, conversationId, dueAt }) => ({
      address: { kind: 'conversation', conversationId },
      key: `timer:${id}`,
      content: { kind: 'timerFired', timerId: id, occurredAt: dueAt, receivedAt: now },
    })),
  );
}
