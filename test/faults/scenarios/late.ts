import { setTimeout as pause } from 'node:timers/promises';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import type { Chance } from '../chance.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { delays, lateStories, type LateStory } from '../load/late-stories.js';
import { deliverUntilTaken, type Reach, until } from '../load/reach.js';
import { Recorder } from '../load/recorder.js';
import type { Scenario } from '../scenario.js';
import { Scene } from '../scene.js';
import { settle, within } from './aftermath.js';

const atOnce = 10;
/** Of a message that is due, ms. */
const slowestAnswer = 60_000;

/** Of a contact in the machine API. */
interface ContactAnswer {
  readonly consent: {
    readonly stopped_at: string | null;
    readonly topics: readonly { readonly topic: string; readonly state: string }[];
  };
}

/** Lets one contact's story come as late as it does; what of their consent is not as it must be then. */
async function tell(
  scene: Scene,
  recorder: Recorder,
  { chance, story }: { readonly chance: Chance; readonly story: LateStory },
): Promise<readonly string[]> {
  const id = newContactId();
  const account = chance.among([accounts.instagram, accounts.messenger]);
  const reach = scene.reach();
  const chat = new Chat({ account, id, deliver: deliverUntilTaken(reach), reach, chance, recorder });
  recorder.scripts.set(id, story);
  let lastWroteAt = -Infinity;
  for (const { text, meaning, late, sends } of story.sayings) {
    const at = Date.now() - late;
    lastWroteAt = Math.max(lastWroteAt, at);
    // The platform, too, refuses what is sent outside of the window.
    scene.meta.contactWrote(id, lastWroteAt);
    await chat.says(text, meaning, { at });
    await scene.meta.waitForSends(sends, { to: id, within: slowestAnswer });
  }
  return wrongConsent(id, story, await read(reach, `${account.name}/${id}`));
}

function wrongConsent(
  id: string,
  { consent, sayings }: LateStory,
  { consent: { stopped_at, topics } }: ContactAnswer,
): readonly string[] {
  const tips = topics.find(({ topic }) => topic === 'weekly_tips')?.state ?? null;
  const isAsItMust = (stopped_at !== null) === consent.isStopped && tips === consent.tips;
  const told = sayings.map(({ text, late }) => `${text} (${String(late / 3_600_000)} h late)`).join(', ');
  const found = `${stopped_at === null ? 'not stopped' : 'stopped'}, weekly_tips ${tips ?? 'never asked'}`;
  return isAsItMust ? [] : [`${id}: after ${told}: ${found}`];
}

function read(reach: Reach, contact: string): Promise<ContactAnswer> {
  const attempt = async (): Promise<ContactAnswer | null> => {
    const answer = await reach.ask('GET', `/contacts/${encodeURIComponent(contact)}`);
    return answer?.status === 200 ? (answer.body as ContactAnswer) : null;
  };
  return until(attempt, { pause: () => pause(20) });
}

export const late: Scenario = {
  name: 'late',
  rows: [14],
  title: 'Deliveries come an hour, 25 hours and six days late, STOP and opt-ins among them, in both orders',
  engines: ['sqlite', 'postgres'],
  trials: { few: 63, record: 2_100 },
  run: async ({ engine, trials, chance, show }) =>
    within(await Scene.set(engine), async (scene) => {
      await scene.start();
      const recorder = new Recorder();
      const all = delays.flatMap((delay) => lateStories(delay));
      const others: string[] = [];
      let begun = 0;
      const runNext = async (): Promise<void> => {
        while (begun < trials) {
          const story = all[begun % all.length] ?? all[0]!;
          begun += 1;
          if (begun % 50 === 0) show(`${String(begun)} of ${String(trials)} contacts`);
          others.push(...(await tell(scene, recorder, { chance, story })));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, runNext));
      return settle(scene, recorder, () => ({
        trials,
        others: [...others, ...scene.meta.violations],
        facts: { kinds_of_story: all.length, wrong_consent: others.length },
      }));
    }),
};
