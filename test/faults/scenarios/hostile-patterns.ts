import { accounts, WorkspaceFolder } from '../../e2e/driver/workspace-folder.js';
import { heyword } from '../../e2e/driver/command.js';
import { readFigures } from '../../e2e/driver/figures.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import type { Crowd } from '../load/crowd.js';
import { deliverUntilTaken } from '../load/reach.js';
import type { Recorder } from '../load/recorder.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** An engine that tries every way needs seconds for these on 28 characters, and twice as long for each one more. */
const catastrophic = ['(a+)+b', '(a|a)*b', '(a|aa)+b', '([a-z]+)*[0-9]', '(a*)*b', '(.*a){12}b'];

const flowOfPatterns = `
flow: patterns
title: Patterns
start:
${catastrophic.map((pattern) => `  - keyword: { pattern: "${pattern}" }`).join('\n')}
steps:
  - ask: In which form?
    kind: pattern
    pattern: "(a+)+(b+)+c"
    example: abc
    save: form
    within: 20h
    otherwise: end
  - outcome: answered
`;

/** What no engine can do in linear time, each in the line of its place. */
const refused = ['(?=a)a+', '(a+)\\\\1', '(?<!x)y+', '(?>a+)b', '(a+)(?!b)'];
const firstLine = 4;

const flowOfRefused = `flow: refused
title: Refused
start:
${refused.map((pattern) => `  - keyword: { pattern: "${pattern}" }`).join('\n')}
steps:
  - outcome: never
`;

const lengths = [28, 200, 500, 1_000, 1_999, 2_000, 20_000];
/** For longer than this a server must not stand still, ms: an engine that tries every way would for minutes. */
const longestStandstill = 5_000;
/** Of the first answers, ms. */
const slowestAnswer = 60_000;

/** Strangers write what is worst for each pattern; at the same time the server is asked whether it is alive. */
class Hostility {
  standstill = 0;
  slowestPing = 0;
  texts = 0;

  readonly trouble: Trouble = {
    strike: () => undefined,
    look: (scene, followers) => this.#write(scene, followers),
    lift: () => undefined,
    lasts: 0,
  };
  readonly #setting: Setting;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  async #write(scene: Scene, { recorder }: Crowd): Promise<readonly string[]> {
    await this.#lagOf(scene);
    let isOver = false;
    const pings = this.#ping(scene, () => isOver);
    const texts = Promise.all(lengths.map((length) => this.#writeOne(scene, recorder, length)));
    await Promise.race([texts, pings]).finally(() => (isOver = true));
    await pings;
    this.standstill = Math.max(this.standstill, await this.#lagOf(scene));
    return this.standstill < longestStandstill
      ? []
      : [`the server stood still for ${String(this.standstill)} ms`];
  }

  /** What starts a flow by its pattern, and what its question takes, each after what nearly does. */
  async #writeOne(scene: Scene, recorder: Recorder, length: number): Promise<void> {
    const [id, reach] = [newContactId(), scene.reach()];
    const deliver = deliverUntilTaken(reach);
    const { chance } = this.#setting;
    const chat = new Chat({ account: accounts.instagram, id, reach, deliver, chance, recorder });
    const hostile = [`${'a'.repeat(length)}!`, `${'ab'.repeat(length / 2)}!`];
    for (const text of hostile) await chat.says(text);
    await chat.says('aaab');
    await scene.meta.waitForSends(2, { to: id, within: slowestAnswer });
    for (const text of hostile) await chat.says(text);
    this.texts += 2 * hostile.length;
  }

  /** @throws {Error} where the server does not answer in time: whoever waits for it would wait for ever */
  async #ping({ server }: Scene, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const began = performance.now();
      await (
        await fetch(`${server.address}/healthz`, { signal: AbortSignal.timeout(longestStandstill) })
      ).text();
      this.slowestPing = Math.max(this.slowestPing, performance.now() - began);
    }
  }

  /** The longest delay of the event loop since it was asked last, ms. */
  async #lagOf({ server }: Scene): Promise<number> {
    const page = await (await fetch(`${server.address}/metrics`)).text();
    return Math.round(1_000 * (readFigures(page).get('nodejs_eventloop_lag_max_seconds') ?? Infinity));
  }
}

/** Each is named by its file and line, before anything is served. */
async function checkRefused(folder: string): Promise<readonly string[]> {
  const flows = await WorkspaceFolder.copyOf('studio', folder);
  await flows.write('refused.yaml', flowOfRefused);
  const { code, stdout } = await heyword({}, 'check', flows.path);
  const ofFile = stdout.slice(stdout.indexOf('refused.yaml'));
  const accepted = refused.filter(
    (_pattern, place) =>
      !new RegExp(`^  ${String(firstLine + place)}:\\d+ error bad-pattern`, 'm').test(ofFile),
  );
  return [
    ...(code === 1 && stdout.includes('refused.yaml') ? [] : [`check ended with ${String(code)}: ${stdout}`]),
    ...accepted.map((pattern) => `check has nothing against ${pattern}`),
  ];
}

export const hostilePatterns: Scenario = {
  name: 'hostile-patterns',
  rows: [27],
  title:
    'Patterns that take for ever elsewhere, on the texts that are worst for them; those that cannot be linear are refused',
  engines: ['sqlite', 'postgres'],
  trials: { few: 5, record: 50 },
  run: async (setting): Promise<Outcome> => {
    const hostility = new Hostility(setting);
    const complaints: string[] = [];
    const { others, facts, ...outcome } = await trouble(setting, {
      troubles: [hostility.trouble],
      isFelt: false,
      prepare: async ({ flows }) => {
        complaints.push(...(await checkRefused(`${flows.path}-refused`)));
        await flows.write('patterns.yaml', flowOfPatterns);
      },
    });
    const { standstill, slowestPing, texts } = hostility;
    const seen = {
      hostile_texts: texts,
      longest_standstill_ms: standstill,
      slowest_ping_ms: Math.round(slowestPing),
    };
    return { ...outcome, others: [...others, ...complaints], facts: { ...facts, ...seen } };
  },
};
