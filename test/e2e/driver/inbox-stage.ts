import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { parseDocument } from 'yaml';
import { launchBrowser } from '../../console/browser.js';
import { findFreePort } from '../../postgres/free-port.js';
import { Guest } from '../channels/guest.js';
import {
  startWhatsAppPlatform,
  type WhatsAppPlatform,
  type WhatsAppWire,
} from '../channels/whatsapp-platform.js';
import { acceptInvitation, becomeOwner, invite, type Member } from './inbox-entrance.js';
import { Stage } from './stage.js';
import type { WorkspaceFolder } from './workspace-folder.js';

/** Leads to a person without any further word of the bot. */
const talk = `flow: talk
start:
  - keyword: talk to us
steps:
  - handoff: sales
    note: Wants to talk.
`;

const feedback = `flow: feedback
steps:
  - rate: How were we?
    good:
      - say: That makes our day.
    within: 20h
    otherwise: end
`;

const template = {
  name: 'call_back',
  language: 'en',
  body: 'Hello {{1}}, may we call you back?',
};

/** Somebody who writes to us, by the name that everybody sees. */
export interface Visitor extends Guest<WhatsAppWire> {
  readonly name: string;
}

export type Role = 'Owner' | 'Agent' | 'Marketer';

/** Who works here; each signs in by a name of their own. */
const cast = {
  olga: { name: 'Olga Straussmann', role: 'Owner' },
  mira: { name: 'Mira Lindqvist', role: 'Agent' },
  jonas: { name: 'Jonas Okonkwo', role: 'Agent' },
  marko: { name: 'Marko Petrovich', role: 'Marketer' },
} as const satisfies Record<string, { readonly name: string; readonly role: Role }>;

export type Who = keyof typeof cast;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type Viewport = { readonly width: number; readonly height: number };

/** The built server with its people, a browser for each page that they open, and a channel that its followers write on. */
export class InboxStage {
  readonly stage: Stage;
  readonly #platform: WhatsAppPlatform;
  readonly #browser: Browser;
  readonly #cookies = new Map<Who, Cookies>();
  readonly #members = new Map<Who, Member>();
  readonly #faults: string[] = [];

  private constructor(stage: Stage, platform: WhatsAppPlatform, browser: Browser) {
    this.stage = stage;
    this.#platform = platform;
    this.#browser = browser;
  }

  static async open(): Promise<InboxStage> {
    const platform = await startWhatsAppPlatform();
    platform.approve(template);
    // The same after a restart: open pages know no other.
    const env = { ...platform.env, PORT: String(await findFreePort()) };
    const stage = await Stage.set({ prepare: (flows) => furnish(flows, platform), env });
    const [server, browser] = await Promise.all([stage.start(), launchBrowser()]);
    platform.connect(server.address);
    return new InboxStage(stage, platform, browser);
  }

  /** Whoever came in by `admit`. */
  member(who: Who): Member {
    const member = this.#members.get(who);
    if (member === undefined) throw new Error(`${who} was not let in yet.`);
    return member;
  }

  /** The owner comes in by the link that the start has printed, and lets the others in, each in a browser of their own. */
  async admitEverybody(): Promise<void> {
    const owners = await this.open(null, await this.#ownersPath());
    const secrets = await becomeOwner(owners, this.#enlist('olga', cast.olga.name));
    this.stage.confidences.tell(secrets.secret, ...secrets.recoveryCodes);
    this.#members.set('olga', { ...this.member('olga'), ...secrets });
    for (const who of ['mira', 'jonas', 'marko'] as const) {
      const { name, role } = cast[who];
      const member = this.#enlist(who, name);
      const link = await invite(owners, member, role);
      const own = await this.open(null, new URL(link).pathname);
      await acceptInvitation(own, member);
      this.#cookies.set(who, await own.context().cookies());
    }
    this.#cookies.set('olga', await owners.context().cookies());
    await this.closePages();
  }

  /** A page in a browser of its own, signed in as `who`; null: as nobody. */
  async open(
    who: Who | null,
    path = '/inbox?sort=newest',
    viewport: Viewport = { width: 1440, height: 900 },
  ): Promise<Page> {
    const isPhone = viewport.width < 500;
    const context = await this.#browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...{ viewport, hasTouch: isPhone, isMobile: isPhone },
    });
    if (who !== null) await context.addCookies(this.#cookies.get(who) ?? []);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    this.#noteFaults(page);
    await page.goto(`${this.stage.server.address}${path}`);
    return page;
  }

  /** Somebody new, who has asked for a person. */
  async visitor(name: string, { wroteAt = Date.now() } = {}): Promise<Visitor> {
    this.stage.confidences.tell(name);
    const visitor = Object.assign(new Guest(this.#platform.person(name), this.stage.api), { name });
    await visitor.wire.says('talk to us', wroteAt);
    return visitor;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    expect(this.#faults.splice(0), 'errors of the page, and breaches of its content policy').toEqual([]);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.stage.confidences.tell(...this.#platform.texts());
    await this.stage.close();
    await this.#platform.close();
    expect(this.#platform.violations()).toEqual([]);
  }

  async #ownersPath(): Promise<string> {
    const line = await this.stage.server.output.waitFor(/open (\S+) to become the owner/);
    return new URL(line.split(' ')[1] ?? '').pathname;
  }

  #enlist(who: Who, name: string): Member {
    const member = { name, email: `${who}@studio.example`, password: `a sentence that only ${who} knows` };
    this.stage.confidences.tell(...Object.values(member));
    this.#members.set(who, member);
    return member;
  }

  #noteFaults(page: Page): void {
    page.on('pageerror', (error) => this.#faults.push(error.message));
    page.on('console', (line) => {
      // A refused request is the server's affair, and one that cannot be reached is what a restart is about.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
        this.#faults.push(line.text());
    });
  }
}

async function furnish(flows: WorkspaceFolder, { accounts }: WhatsAppPlatform): Promise<void> {
  await flows.write('talk.yaml', talk);
  await flows.write('feedback.yaml', feedback);
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    document.set('accounts', accounts);
    document.set('rating', 'feedback');
    const { name, body } = template;
    document.set('templates', { [name]: { category: 'utility', language: 'en', text: body } });
    return document.toString();
  });
}

/** One for all tests of a file, everybody let in; what goes wrong inside a page fails its test. */
export function sharedInbox(): () => InboxStage {
  let inbox: InboxStage;
  beforeAll(async () => {
    inbox = await InboxStage.open();
    await inbox.admitEverybody();
  });
  afterEach(() => inbox.closePages());
  afterAll(() => inbox.close());
  return () => inbox;
}
