import type { Intake } from '../../../src/engine/admission.js';
import type { ParsedUpdate, AccountNotice } from '../../../src/channels/channel.js';
import type {
  AccountStandings,
  AccountSummary,
  Decided,
  Engine,
  FlowSummary,
  Readiness,
  ReceiveReport,
  StepSummary,
  StoryChange,
  WorkspaceSummary,
} from '../../../src/engine/engine.js';
import type { ActionResult, Deeds, MergeResult } from '../../../src/engine/deeds.js';
import type { HandoffDeadlines, PromisedHandoff } from '../../../src/engine/service-deadlines.js';
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
  readonly decisionListeners = new Set<(decided: Decided) => void>();

  /** What `receive` waits for before it reports; a rejection is its own. */
  commit: () => Promise<void> = () => Promise.resolve();
  report: ReceiveReport = nothing;
  deedResult: ActionResult = { ok: true, eventId: 'event-1' };
  flows: readonly FlowSummary[] = [];
  accountList: readonly AccountSummary[] = [];
  workspaces: readonly WorkspaceSummary[] = [];
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

  intake(): Intake {
    return { underWay: 0, waiting: 0 };
  }

  notice(notices: readonly AccountNotice[]): void {
    this.notices.push(...notices);
  }

  async receive(updates: readonly ParsedUpdate[]): Promise<ReceiveReport> {
    this.received.push(updates);
    await this.commit();
    return { ...this.report, handled: updates.length - this.report.strangers };
  }

  takeOver(...given: Parameters<Deeds['takeOver']>): Promise<ActionResult> {
    return this.#record('takeOver', ...given);
  }

  reply(...given: Parameters<Deeds['reply']>): Promise<ActionResult> {
    return this.#record('reply', ...given);
  }

  sendTemplate(...given: Parameters<Deeds['sendTemplate']>): Promise<ActionResult> {
    return this.#record('sendTemplate', ...given);
  }

  handBack(...given: Parameters<Deeds['handBack']>): Promise<ActionResult> {
    return this.#record('handBack', ...given);
  }

  resolve(...given: Parameters<Deeds['resolve']>): Promise<ActionResult> {
    return this.#record('resolve', ...given);
  }

  assign(...given: Parameters<Deeds['assign']>): Promise<ActionResult> {
    return this.#record('assign', ...given);
  }

  snooze(...given: Parameters<Deeds['snooze']>): Promise<ActionResult> {
    return this.#record('snooze', ...given);
  }

  addNote(...given: Parameters<Deeds['addNote']>): Promise<ActionResult> {
    return this.#record('addNote', ...given);
  }

  changeTags(...given: Parameters<Deeds['changeTags']>): Promise<ActionResult> {
    return this.#record('changeTags', ...given);
  }

  block(...given: Parameters<Deeds['block']>): Promise<ActionResult> {
    return this.#record('block', ...given);
  }

  async merge(conversationId: string, ...given: unknown[]): Promise<MergeResult> {
    const done = await this.#record('merge', conversationId, ...given);
    return done.ok ? { ok: true, conversationId } : done;
  }

  reportOutcome(...given: Parameters<Deeds['reportOutcome']>): Promise<ActionResult> {
    return this.#record('reportOutcome', ...given);
  }

  withdraw(...given: Parameters<Deeds['withdraw']>): Promise<ActionResult> {
    return this.#record('withdraw', ...given);
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

  describeAccounts(): readonly AccountSummary[] {
    return this.accountList;
  }

  deadlinesOf({ firstReplyDueAt: dueAt, resolveLeft }: PromisedHandoff): HandoffDeadlines {
    const nothing = { dueAt: null, atRiskAt: null, isPaused: false };
    const firstReply = { ...nothing, dueAt, atRiskAt: dueAt === null ? null : dueAt - 900_000 };
    return { firstReply, resolution: { ...nothing, isPaused: resolveLeft !== null } };
  }

  describeWorkspaces(): readonly WorkspaceSummary[] {
    return this.workspaces;
  }

  /** By workspace and flow. */
  readonly steps = new Map<string, readonly StepSummary[]>();

  describeSteps(workspace: string, flow: string): readonly StepSummary[] | null {
    return this.steps.get(`${workspace}/${flow}`) ?? null;
  }

  describeFlows(): readonly FlowSummary[] {
    return this.flows;
  }

  onStoryChanged(listener: (change: StoryChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onDecided(listener: (decided: Decided) => void): () => void {
    this.decisionListeners.add(listener);
    return () => this.decisionListeners.delete(listener);
  }

  decide(conversationId: string, effects: Decided['effects']): void {
    this.decisionListeners.forEach((listener) => listener({ conversationId, effects }));
  }

  changeStory(conversationId: string | null): void {
    this.listeners.forEach((listener) => listener({ conversationId }));
  }

  #record(...deed: readonly unknown[]): Promise<ActionResult> {
    this.deeds.push(deed);
    return Promise.resolve(this.deedResult);
  }
}
