import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../console/browser.js';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../platforms/fake-whatsapp.js';
import { SignedIn } from '../driver/signed-in.js';
import { Stage } from '../driver/stage.js';
import { type Seeded, seedTexts } from './seed-texts.js';
import { hostileTexts, oneOfEachKind } from './text-vectors.js';
import { connectForTexts } from './text-channels.js';
import { furnishForTexts } from './texts-workspace.js';
import { WatchedPage } from './watched-page.js';

/**
 * The owner first; a text of each kind, and as many as are offered at once when somebody is mentioned: a password takes
 * its time.
 */
export const teamNames = oneOfEachKind.slice(0, 8).map((at) => hostileTexts[at] ?? '');

interface Parts {
  readonly stage: Stage;
  readonly whatsApp: FakeWhatsApp;
  readonly browser: Browser;
  readonly team: readonly SignedIn[];
  readonly seeded: Seeded;
}

interface OpenOptions {
  /** Place in `teamNames`; null: nobody is signed in. */
  readonly as?: number | null;
  readonly isUnbound?: boolean;
}

/** The built server, full of texts, with a team that is called so, and pages in which nothing of it may run. */
export class HostileInbox {
  readonly seeded: Seeded;
  readonly #owner: SignedIn;
  readonly #parts: Parts;
  readonly #held: WatchedPage[] = [];

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.seeded = parts.seeded;
    this.#owner = parts.team[0]!;
  }

  static async furnish(): Promise<HostileInbox> {
    const whatsApp = await startFakeWhatsApp();
    const stage = await Stage.set({
      prepare: async (flows) => {
        await furnishForTexts(flows);
        await connectForTexts(flows);
      },
      env: { LOG_LEVEL: 'warn', META_GRAPH_URL: whatsApp.url },
    });
    const [browser] = await Promise.all([launchBrowser(), stage.start()]);
    const team = await gather(stage);
    const seeded = await seedTexts({ stage, whatsApp, owner: team[0]! });
    return new HostileInbox({ stage, whatsApp, browser, team, seeded });
  }

  /** A page of the inbox. What it notices fails the test. */
  async open(path: string, options?: OpenOptions): Promise<WatchedPage> {
    const page = await this.openFreely(path, options);
    this.#held.push(page);
    return page;
  }

  /** The same for whoever looks at what is noticed themselves. */
  async openFreely(path: string, { as: who = 0, isUnbound = false }: OpenOptions = {}): Promise<WatchedPage> {
    const origin = this.#parts.stage.server.address;
    const watched = await WatchedPage.open(this.#parts.browser, { origin, isUnbound });
    const session = who === null ? undefined : this.#parts.team[who];
    if (session !== undefined) await watched.context.addCookies([session.cookie]);
    await watched.go(path);
    return watched;
  }

  /** The link for somebody of this name. */
  async invite(name: string): Promise<string> {
    const wanted = { email: 'newcomer@studio.example', name, role: 'agent' };
    return (await this.#owner.ask<{ readonly link: string }>('POST', '/people/invitations', wanted)).link;
  }

  async closePages(): Promise<void> {
    const findings = await Promise.all(this.#held.splice(0).map((page) => page.findings()));
    await Promise.all(this.#parts.browser.contexts().map((context) => context.close()));
    expect(findings.flat(), 'what ran, or would have').toEqual([]);
  }

  async close(): Promise<void> {
    const { browser, stage, whatsApp } = this.#parts;
    await browser.close();
    await stage.close();
    await whatsApp.close();
  }
}

/** Lets everybody in. The owner's browser calls itself by a text, too. */
async function gather(stage: Stage): Promise<readonly SignedIn[]> {
  const [own = '', ...others] = teamNames;
  const password = 'a sentence that is long enough';
  const who = { name: own, email: 'owner@studio.example', password };
  const owner = await SignedIn.asOwner(stage, { ...who, userAgent: own });
  const agents = others.map((name, at) =>
    owner.agent({ name, email: `agent${at}@studio.example`, password }),
  );
  return [owner, ...(await Promise.all(agents))];
}

/** One for all tests of a file. */
export function sharedHostileInbox(): () => HostileInbox {
  let inbox: HostileInbox;
  beforeAll(async () => {
    inbox = await HostileInbox.furnish();
  }, 120_000);
  afterEach(() => inbox.closePages());
  afterAll(() => inbox.close());
  return () => inbox;
}
