import type { ParsedUpdate, AccountNotice } from '../../../src/channels/channel.js';
import type {
  AccountStandings,
  ActionResult,
  Engine,
  FlowSummary,
  OutcomeReport,
  Readiness,
  ReceiveReport,
  StoryChange,
} from '../../../src/engine/engine.js';
import type { AttachmentOpening, WantedAttachment } from '../../../src/engine/media.js';

const nothing: ReceiveReport = { handled: 0, duplicates: 0, deferred: 0, poison: 0, strangers: 0 };

/** An engine as HTTP sees it: records what it was asked, and answers what the test wants. */
export class FakeEngine implements Engine {
  readonly received: (readonly ParsedUpdate[])[] = [];
  readonly notices: AccountNotice[] = [];
  readonly wantedAttachments: WantedAttachment[] = [];
  /** What is found of an attachment. */
  attachment: (signal: AbortSignal) => AttachmentOpening = () => ({ ok: false, reason: 'not_found' });
  readonly deeds: (readonly unknown[])[] = [];
  readonly listeners = new Set<(change: StoryChange) => void>();

  /** What `receive` waits for before it reports; a rejection is its own. */
  commit: () => Promise<void> = () => Promise.resolve();
  report: ReceiveReport = nothing;
  deedResult: ActionResult = { ok: true, eventId: 'event-1' };
  flows: readonly FlowSummary[] = [];
  health: Readiness = {
    ready: true,
    store: 'ok',
    flows: 'ok',
    stoppedAccounts: [],
    pausedAccounts: [],
    budgets: [],
    accountNotices: [],
    tokenTroubles: [],
    catchingUp: [],
    rejectedReload: null,
    unaskableLookups: [],
  };

  notice(notices: readonly AccountNotice[]): void {
    this.notices.push(...notices);
  }

  async receive(updates: readonly ParsedUpdate[]): Promise<ReceiveReport> {
    this.received.push(updates);
    await this.commit();
    return { ...this.report, handled: updates.length - this.report.strangers };
  }

  takeOver(conversationId: string, person: string): Promise<ActionResult> {
    return this.#record('takeOver', conversationId, person);
  }

  reply(conversationId: string, person: string, text: string, requestId: string): Promise<ActionResult> {
    return this.#record('reply', conversationId, person, text, requestId);
  }

  handBack(conversationId: string, person: string, flow: string | null): Promise<ActionResult> {
    return this.#record('handBack', conversationId, person, flow);
  }

  resolve(conversationId: string, person: string, outcome: string | null): Promise<ActionResult> {
    return this.#record('resolve', conversationId, person, outcome);
  }

  reportOutcome(conversationId: string, report: OutcomeReport): Promise<ActionResult> {
    return this.#record('reportOutcome', conversationId, report);
  }

  withdraw(conversationId: string, person: string, purpose: string): Promise<ActionResult> {
    return this.#record('withdraw', conversationId, person, purpose);
  }

  readiness(): Promise<Readiness> {
    return Promise.resolve(this.health);
  }

  accounts(): Promise<AccountStandings> {
    return Promise.resolve(this.health);
  }

  openAttachment(wanted: WantedAttachment, signal: AbortSignal): Promise<AttachmentOpening> {
    this.wantedAttachments.push(wanted);
    return Promise.resolve(this.attachment(signal));
  }

  describeFlows(): readonly FlowSummary[] {
    return this.flows;
  }

  onStoryChanged(listener: (change: StoryChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changeStory(conversationId: string | null): void {
    this.listeners.forEach((listener) => listener({ conversationId }));
  }

  #record(...deed: readonly unknown[]): Promise<ActionResult> {
    this.deeds.push(deed);
    return Promise.resolve(this.deedResult);
  }
}
