import { setTimeout as pause } from 'node:timers/promises';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { isSend } from '../../platforms/fault-plan.js';
import type { Chance } from '../chance.js';
import { type Course, coursesOf } from '../history/course.js';
import type { Commit } from '../history/history.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { Recorder } from '../load/recorder.js';
import { deliverUntilTaken } from '../load/reach.js';
import type { Outcome, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { atLeast, settle, within } from './aftermath.js';

/**
 * The rival comes up to 2^11 ms after the question: from before the bot's first message is claimed until after its last
 * one, as often in each power of two, so that it fits fast and slow machines.
 */
const powers = 11;
const atOnce = 20;
/** Of fewer races chance decides how they end. */
const fewest = 50;
/** Of the first message, which everybody's race waits for, ms. */
const slowestAnswer = 60_000;
const ofTheGuide = /guide\.$|working on\?$/;

/** What somebody does while the bot speaks, and what in the database it becomes. */
export interface Rival {
  readonly becomes: Commit['what'];
  readonly act: (chat: Chat, chance: Chance) => Promise<void>;
}

/** Lets contacts ask for the guide, which is two messages, while somebody wants the bot to be silent. */
export async function race({ engine, trials, chance, show }: Setting, rival: Rival): Promise<Outcome> {
  return within(await Scene.set(engine), async (scene) => {
    await scene.start();
    scene.meta.failWhile((target) => isSend(target) && chance.happens(0.5), { kind: 'slow', ms: 4 });
    const recorder = new Recorder();
    let left = trials;
    const runNext = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        if (left % 200 === 0) show(`${String(left)} races to go`);
        await raceOnce(scene, recorder, { chance, rival });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, runNext));
    return settle(scene, recorder, (history) => {
      const claims = coursesOf(history).map((course) => claimsBefore(course, rival.becomes));
      const times = (count: number) => claims.filter((one) => one === count).length;
      const facts = { before_both: times(0), in_between: times(1), after_both: times(2) };
      const seen = Object.values(facts).filter((count) => count > trials / 50).length;
      return { trials, facts, others: atLeast(trials < fewest ? 0 : 2, seen, 'ways for the race to end') };
    });
  });
}

async function raceOnce(
  scene: Scene,
  recorder: Recorder,
  { chance, rival }: { readonly chance: Chance; readonly rival: Rival },
): Promise<void> {
  const reach = scene.reach();
  const deliver = deliverUntilTaken(reach);
  const id = newContactId();
  const chat = new Chat({
    account: chance.among([accounts.instagram, accounts.messenger]),
    ...{ id, deliver, reach, chance, recorder },
  });
  await chat.says('hello');
  await scene.meta.waitForSends(1, { to: id, within: slowestAnswer });
  const asked = chat.says('guide');
  await pause(2 ** chance.upTo(powers));
  await Promise.all([asked, rival.act(chat, chance)]);
}

/** How many of the two messages were claimed before. */
function claimsBefore({ commits, lines }: Course, what: Commit['what']): number {
  const guide = new Set(lines.filter(({ text }) => ofTheGuide.test(text)).map(({ id }) => id));
  const place = commits.findIndex((commit) => commit.what === what);
  const before = commits.slice(0, place).filter((commit) => commit.what === 'claim');
  return before.filter(({ lineId }) => guide.has(lineId ?? '')).length;
}
