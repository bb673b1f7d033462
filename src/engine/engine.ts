import type { AccountNotice, ParsedUpdate } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Effect } from '../core/effect.js';
import type { Intake } from './admission.js';
import type { AccountBudget } from './account-budgets.js';
import type { HeardNotice } from './account-notices.js';
import type { TokenTrouble } from './account-tokens.js';
import type { CatchUpUnderWay } from './catch-up.js';
import type { Deeds } from './deeds.js';
import type { PausedAccount } from './lanes.js';
import type { AttachmentOpening, WantedAttachment } from './media.js';
import type { HandoffDeadlines, PromisedHandoff } from './service-deadlines.js';
import type { UnaskableLookup } from './workspaces.js';

/** What became of a delivery, for logs and metrics. */
export interface ReceiveReport {
  readonly handled: number;
  readonly duplicates: number;
  readonly deferred: number;
  readonly poison: number;
  /** Updates of accounts that no workspace has. */
  readonly strangers: number;
}

/** How it stands with the accounts; each is called by its workspace and its name: `main/studio_ig`. */
export interface AccountStandings {
  /** Accounts whose sends are stopped, with the reason in words. */
  readonly stoppedAccounts: readonly { readonly account: string; readonly reason: string }[];
  /** Accounts that rest, since their platform asked for it. */
  readonly pausedAccounts: readonly PausedAccount[];
  /** What may still be sent of budgets of minutes and days. */
  readonly budgets: readonly AccountBudget[];
  /** What platforms said last about accounts. */
  readonly accountNotices: readonly HeardNotice[];
  /** Accounts whose token will not last, and why. */
  readonly tokenTroubles: readonly TokenTrouble[];
  /** Whose platform is being asked what was said in a down-time. */
  readonly catchingUp: readonly CatchUpUnderWay[];
}

export interface Readiness extends AccountStandings {
  readonly ready: boolean;
  readonly store: 'ok' | 'unavailable';
  readonly flows: 'ok' | 'missing';
  /** Why the flow files on disk are not the ones that run; null: they are. */
  readonly rejectedReload: string | null;
  /** Look-ups that count as failed, since the environment lacks secrets that they send. */
  readonly unaskableLookups: readonly UnaskableLookup[];
}

/** The engine as the rooms above it see it. */
export interface Engine extends Deeds {
  /**
   * Applies a delivery; resolves after a durable commit (P1), rejects with StoreUnavailable when there is none. Where more
   * arrives than can be decided, STOP goes ahead of the others, and what is too much is refused with Overloaded.
   */
  receive(updates: readonly ParsedUpdate[]): Promise<ReceiveReport>;
  /** How much of what was delivered is being decided, and waits for that. */
  intake(): Intake;
  /** What platforms say about accounts: told to the operator, and acted on where an account may not go on. */
  notice(notices: readonly AccountNotice[]): void;
  readiness(): Promise<Readiness>;
  /** @throws {StoreUnavailable} */
  accounts(): Promise<AccountStandings>;
  /** Fetches something that was sent along from its platform; read to its end, or given up by the signal. */
  openAttachment(wanted: WantedAttachment, signal: AbortSignal): Promise<AttachmentOpening>;
  /** What flows answer to now, for the simulator's page and the API. */
  describeFlows(): readonly FlowSummary[];
  /** The steps of a flow as it runs now, in the order of its file; null: there is no such flow. */
  describeSteps(workspace: string, flow: string): readonly StepSummary[] | null;
  /** The accounts that are served, in the order of the files. */
  describeAccounts(): readonly AccountSummary[];
  /** The brands that are served now, for pages to offer. */
  describeWorkspaces(): readonly WorkspaceSummary[];
  /** When what was promised of a handoff is due, by the hours of its team. */
  deadlinesOf(handoff: PromisedHandoff): HandoffDeadlines;
  /** Calls back after each committed change of a story, whichever process made it. */
  onStoryChanged(listener: (change: StoryChange) => void): () => void;
  /** Calls back after each commit of this process that has effects; what other processes decide, they tell of. */
  onDecided(listener: (decided: Decided) => void): () => void;
}

/** What has become of an event, and of those that had waited for it. */
export interface Decided {
  readonly conversationId: string;
  readonly effects: readonly Effect[];
}

export interface AccountSummary {
  readonly workspace: string;
  readonly name: string;
  readonly channel: SupportedChannel;
}

export interface FlowSummary {
  readonly workspace: string;
  readonly brand: string;
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly keywords: readonly string[];
  readonly refs: readonly string[];
  /** Words under a post that start it. */
  readonly comments: readonly string[];
  /** Ice breakers and menu entries that start it. */
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
}

/** A brand, as people who work for it see it. */
export interface WorkspaceSummary {
  readonly name: string;
  readonly brand: string;
  readonly teams: readonly { readonly name: string; readonly title: string }[];
  readonly accounts: readonly { readonly name: string; readonly channel: SupportedChannel }[];
  readonly topics: readonly { readonly name: string; readonly title: string }[];
  /** Those that its flows reach, by name. */
  readonly outcomes: readonly string[];
}

export interface StepSummary {
  /** Where a chat may be handed back. */
  readonly path: string;
  readonly verb: string;
  /** How what it says begins; null: it says nothing. */
  readonly says: string | null;
}

export interface StoryChange {
  /** Null: any may have changed; what happened meanwhile was missed. */
  readonly conversationId: string | null;
}
