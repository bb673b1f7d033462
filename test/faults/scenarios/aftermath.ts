import { judge } from '../history/judge.js';
import type { History } from '../history/history.js';
import type { Crowd } from '../load/crowd.js';
import type { Recorder } from '../load/recorder.js';
import type { Outcome } from '../scenario.js';
import type { Scene } from '../scene.js';
import { findProblems } from '../whole.js';

/** What a scenario has seen for itself. */
export type Seen = Pick<Outcome, 'trials'> & Partial<Outcome>;

/** Lets everything settle, ends what runs, and judges what a crowd has left behind. */
export async function aftermath(scene: Scene, crowd: Crowd, seen: Seen): Promise<Outcome> {
  const { acknowledged, unanswered } = crowd;
  const facts = { chats: crowd.size, acknowledged, unanswered, ...seen.facts };
  return settle(scene, crowd.recorder, () => ({ ...seen, facts }));
}

/** The same for whoever has recorded; they may look at the history for themselves. */
export async function settle(
  scene: Scene,
  recorder: Recorder,
  look: (history: History) => Seen,
): Promise<Outcome> {
  await scene.drain();
  const endings = await scene.terminate();
  const history = await scene.history(recorder);
  const seen = look(history);
  const unknown = history.rows.lines.filter(({ state }) => state === 'unknown').length;
  return {
    trials: seen.trials,
    judgement: judge(history),
    others: [...endings, ...(await findProblems(scene.databaseUrl)), ...(seen.others ?? [])],
    recoveries: seen.recoveries ?? [],
    facts: { ...seen.facts, unknown },
  };
}

/** Sets a scene for a scenario, and takes it away again whatever happens. */
export async function within<T>(scene: Scene, play: (scene: Scene) => Promise<T>): Promise<T> {
  try {
    return await play(scene);
  } finally {
    await scene.close();
  }
}

/** Lest nothing was tried: a complaint where less happened than must. */
export function atLeast(least: number, found: number, what: string): readonly string[] {
  return found >= least ? [] : [`too little was tried: ${String(found)} ${what}, not ${String(least)}`];
}
