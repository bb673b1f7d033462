import { setTimeout as pause } from 'node:timers/promises';
import { type Account, accounts } from '../../e2e/driver/workspace-folder.js';
import type { Fault } from '../../platforms/fault.js';
import { isSend } from '../../platforms/fault-plan.js';
import type { Script } from '../history/history.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { deliverUntilTaken } from '../load/reach.js';
import { Recorder } from '../load/recorder.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { atLeast, settle, within } from './aftermath.js';

/** How the platform refuses a token: by its code, and without one. */
const refusals: readonly Fault[] = [
  { kind: 'error', status: 400, code: 190 },
  { kind: 'answer', status: 401, body: '', delivered: false },
];
const variables = { studio_ig: 'INSTAGRAM_TOKEN', studio_page: 'PAGE_TOKEN' } as const;
type Name = keyof typeof variables;

const replyWindow = 24 * 3_600_000;
/** So much is left of somebody's reply window when the token dies, ms. */
const windowLeft = 8_000;
/** Contacts who write before the dead token has shown, and afterwards. */
const crowd = { before: 6, afterwards: 4 };
/** How long the server may take to show it, to answer on the other account, and to send what it has held, ms. */
const patience = { shown: 30_000, undisturbed: 60_000, resumed: 120_000 };

const lines = [/^Hi there! Here is the guide\.$/, /^What are you working on\?$/];
const script: Script = {
  lines: lines.map((what) => ({ what, optional: false })),
  outcomes: [{ what: 'delivered', optional: false }],
  ledger: [],
};

/** A token that dies in turn on each account, is shown, and is replaced by a restart with another one. */
class DeadTokens {
  readonly recorder = new Recorder();
  readonly complaints: string[] = [];
  readonly recoveries: number[] = [];
  /** Sends that were refused before the account was stopped, and after that. */
  readonly refused = { onTheWire: 0, wasted: 0 };
  readonly #scene: Scene;
  readonly #setting: Setting;
  readonly #tokens = new Map<Name, string>();
  /** Who must still be sent to when another token is there, and who must not. */
  readonly #held: string[] = [];
  readonly #tooLate: string[] = [];

  constructor(scene: Scene, setting: Setting) {
    this.#scene = scene;
    this.#setting = setting;
  }

  /** Tokens are called by the number of their account's death, so that nothing is refused twice. */
  async strike(name: Name, fault: Fault): Promise<void> {
    const { meta } = this.#scene;
    const [account, other] = accountsFrom(name);
    const dead = this.#tokens.get(name) ?? this.#scene.env[variables[name]];
    meta.failWhile(({ token }) => token === dead, fault);
    const count = () =>
      meta.requests.filter((one) => isSend(one) && one.token === dead && isMessage(one.body)).length;
    const expected = count();
    await Promise.all([this.#asksLate(account), ...this.#ask(account, crowd.before)]);
    await this.#isShown(name);
    const shown = count();
    this.refused.onTheWire += shown - expected;
    this.complaints.push(...mostEach(shown - expected, crowd.before + 1));
    await Promise.all(this.#ask(account, crowd.afterwards));
    await this.#isUndisturbed(other);
    await pause(windowLeft);
    this.refused.wasted += count() - shown;
    await this.#replaceToken(name);
  }

  /** Resolves when all that was held has left. */
  async resume(): Promise<void> {
    const { meta } = this.#scene;
    for (const id of this.#held) await meta.waitForSends(lines.length, { to: id, within: patience.resumed });
    const late = this.#tooLate.filter((id) => meta.delivered(id).length > 0);
    this.complaints.push(...late.map((id) => `${id} was written to after their window had closed`));
  }

  #ask(account: Account, count: number): readonly Promise<void>[] {
    return Array.from({ length: count }, async () => {
      const id = newContactId();
      this.#held.push(id);
      await this.#chat(account, id).says('guide');
    });
  }

  /** Somebody whose message comes so late that their window closes while the token is dead. */
  async #asksLate(account: Account): Promise<void> {
    const id = newContactId();
    const at = Date.now() - replyWindow + windowLeft;
    this.#tooLate.push(id);
    this.#scene.meta.contactWrote(id, at);
    await this.#chat(account, id).says('guide', 'other', { at });
  }

  #chat(account: Account, id: string): Chat {
    const { recorder } = this;
    const reach = this.#scene.reach();
    recorder.scripts.set(id, script);
    const deliver = deliverUntilTaken(reach);
    return new Chat({ account, id, deliver, reach, chance: this.#setting.chance, recorder });
  }

  /** In the log, in what an operator's monitor reads, and in the figures. */
  async #isShown(name: Name): Promise<void> {
    const { server } = this.#scene;
    const end = performance.now() + patience.shown;
    const isTold = async () => {
      const readiness = (await this.#scene.readiness())?.text ?? '';
      const figures = await (await fetch(`${server.address}/metrics`)).text();
      const isCounted = new RegExp(`\\{account="[^"]*${name}",how="stopped"\\} 1`).test(figures);
      const isListed = new RegExp(`"stopped_accounts":\\[[^\\]]*${name}`).test(readiness);
      return isCounted && isListed && server.output.text.includes('the account is stopped');
    };
    while (!(await isTold())) {
      if (performance.now() > end) return void this.complaints.push(`the dead token of ${name} is not shown`);
      await pause(20);
    }
  }

  async #isUndisturbed(other: Account): Promise<void> {
    const before = this.#held.length;
    await Promise.all(this.#ask(other, crowd.afterwards));
    for (const id of this.#held.slice(before))
      await this.#scene.meta.waitForSends(lines.length, { to: id, within: patience.undisturbed });
  }

  async #replaceToken(name: Name): Promise<void> {
    const fresh = `another-token-of-${name}-${String(this.#tokens.size)}-${String(this.recoveries.length)}`;
    this.#tokens.set(name, fresh);
    this.#scene.meta.accounts.renewTo(fresh, fresh);
    await this.#scene.server.terminate();
    const began = performance.now();
    const changed = [...this.#tokens].map(([account, token]) => [variables[account], token]);
    await this.#scene.start(Object.fromEntries(changed) as Record<string, string>);
    const asked = this.#held.length;
    await Promise.all(this.#ask(accountsFrom(name)[0], 1));
    await this.#scene.meta.waitForSends(1, { to: this.#held[asked]!, within: patience.resumed });
    this.recoveries.push(performance.now() - began);
  }
}

function accountsFrom(name: Name): readonly [Account, Account] {
  const { instagram, messenger } = accounts;
  return instagram.name === name ? [instagram, messenger] : [messenger, instagram];
}

/** A sign such as "typing" is no message. */
function isMessage(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'message' in body;
}

function mostEach(refused: number, contacts: number): readonly string[] {
  return refused <= contacts ? [] : [`${String(refused)} sends to ${String(contacts)} contacts were refused`];
}

async function run(scene: Scene, setting: Setting): Promise<Outcome> {
  const { trials, show } = setting;
  await scene.start();
  const dead = new DeadTokens(scene, setting);
  const names = Object.keys(variables) as readonly Name[];
  for (let done = 0; done < trials; done += 1) {
    const [name, fault] = [names[done % names.length]!, refusals[Math.floor(done / 2) % refusals.length]!];
    show(`${String(done)} tokens, next that of ${name}`);
    await dead.strike(name, fault);
  }
  await dead.resume();
  const { recorder, recoveries, refused } = dead;
  return settle(scene, recorder, () => ({
    ...{ trials, recoveries },
    others: [
      ...dead.complaints,
      ...(refused.wasted <= trials ? [] : [`${String(refused.wasted)} sends were made with dead tokens`]),
      ...atLeast(trials, refused.onTheWire, 'sends that were refused'),
      ...scene.meta.violations,
    ],
    facts: { refused_on_the_wire: refused.onTheWire, wasted: refused.wasted },
  }));
}

export const deadTokens: Scenario = {
  name: 'dead-tokens',
  rows: [24],
  title:
    'A token is revoked: its account is stopped and shown, holds its messages, and sends them with the next token',
  engines: ['sqlite', 'postgres'],
  trials: { few: 2, record: 20 },
  run: async (setting) => within(await Scene.set(setting.engine), (scene) => run(scene, setting)),
};
