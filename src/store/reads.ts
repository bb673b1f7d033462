import type { SupportedChannel } from '../core/channel.js';
import type { Consent, ConsentEntry } from '../core/consent.js';
import type { Conversation } from '../core/conversation.js';
import type { TraceEntry } from '../core/decision.js';
import type { Attachment } from '../core/platform-event.js';
import type { HandoffReason, HandoffState, Inquiry, OutcomeReached } from '../core/effect.js';
import type { Basis, MessageBody, MessageState, Refusal, Speaker } from '../core/message.js';
import type { HandoffPriority } from '../core/resources.js';

/** A line of a conversation's story, in the order in which it came to be. */
export interface StoryLine {
  readonly id: string;
  readonly direction: 'in' | 'out';
  /** Of incoming lines: who wrote it. */
  readonly from: 'contact' | 'person_elsewhere' | null;
  readonly body: MessageBody;
  /** Of incoming lines: what was sent along, by reference. */
  readonly attachments: readonly Attachment[];
  readonly at: number;
  readonly state: MessageState | null;
  readonly refusal: Refusal | null;
  readonly explanation: string | null;
  readonly speaker: Speaker | null;
  readonly basis: Basis | null;
  /** The event that caused it; its trace says why. */
  readonly eventId: string;
  readonly platformMessageId: string | null;
}

/** An event as it was decided: the answer to "why did the bot say that". */
export interface EventTrace {
  readonly eventId: string;
  readonly kind: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly disposition: 'handled' | 'deferred' | 'poison';
  readonly trace: readonly TraceEntry[];
}

export interface HandoffView {
  readonly id: string;
  readonly conversationId: string;
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly contactName: string | null;
  readonly team: string | null;
  readonly reason: HandoffReason;
  readonly note: string;
  readonly priority: HandoffPriority;
  readonly reference: string | null;
  readonly state: HandoffState;
  readonly takenBy: string | null;
  readonly openedAt: number;
  readonly firstReplyAt: number | null;
  readonly closedAt: number | null;
  readonly firstReplyDueAt: number | null;
  readonly resolveDueAt: number | null;
  /** The earliest that is promised and not kept yet; null: nothing is, or the clock stands still. */
  readonly dueAt: number | null;
  /** Office time that was left when the clock stopped, ms; null: it runs, or nothing is promised. */
  readonly resolveLeft: number | null;
  /** Whose turn it is. */
  readonly waitsFor: 'team' | 'contact';
  /** Since when; null: since it was opened. */
  readonly waitingSince: number | null;
  /** Who is to answer, as a user; null: nobody, or somebody who is none. */
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly assignedAt: number | null;
  /** Null: it is not out of the way. */
  readonly snoozedUntil: number | null;
  readonly closedBy: string | null;
  /** What it was resolved as. */
  readonly outcome: string | null;
  /** The mark that the contact gave afterwards. */
  readonly rating: number | null;
}

export interface ContactView {
  readonly id: string;
  readonly conversationId: string;
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly platformIds: readonly string[];
  readonly conversation: Conversation;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A line of the ledger with its place in the chain. `entry.words` is empty once erased. */
export interface LedgerLine {
  readonly contactId: string;
  readonly sequence: number;
  readonly entry: ConsentEntry;
  readonly commitment: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly erased: boolean;
}

export interface ContactExport {
  readonly contact: ContactView;
  readonly story: readonly StoryLine[];
  readonly events: readonly EventTrace[];
  readonly consent: Consent;
  readonly ledger: readonly LedgerLine[];
  readonly handoffs: readonly HandoffView[];
  /** What people wrote about them for each other. */
  readonly notes: readonly { readonly author: string; readonly text: string; readonly at: number }[];
  readonly outcomes: readonly OutcomeReached[];
  readonly coupons: readonly { readonly list: string; readonly code: string; readonly at: number }[];
  readonly clicks: readonly { readonly code: string; readonly target: string; readonly at: number }[];
}

export interface DueTimer {
  readonly id: string;
  readonly conversationId: string;
  readonly dueAt: number;
}

/** A question to the outside that a conversation awaits the answer to. */
export type OpenRequest = Inquiry & { readonly conversationId: string };

export interface LedgerReport {
  readonly chains: number;
  readonly entries: number;
  /** Each broken place in words; empty: every chain verifies and re-folds to the stored consent. */
  readonly problems: readonly string[];
}

/** A compiled flow's source, kept as long as a run may need it (P8). */
export interface StoredFlow {
  readonly workspace: string;
  readonly name: string;
  readonly version: string;
  /** Normalised definition, JSON. */
  readonly definition: string;
  /** Flows that it leads to, each at the version that it was compiled with. */
  readonly leadsTo: Readonly<Record<string, string>>;
}

/** Open runs whose present step this is. */
export interface RunPlace {
  readonly workspace: string;
  readonly flow: string;
  readonly version: string;
  readonly step: string;
  readonly runs: number;
}

/** Contacts to whom this step of any version of a flow has spoken, or has tried to. */
export interface StepReach {
  readonly workspace: string;
  readonly flow: string;
  readonly step: string;
  readonly contacts: number;
}

/** A page of a listing; `after` is the cursor of the one before. */
export interface Page {
  readonly after: string | null;
  readonly limit: number;
}

export interface Listing<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface StoreFigures {
  readonly queuedMessages: number;
  readonly unknownMessages: number;
  readonly openHandoffs: number;
  /** Open, not snoozed, and something that was promised is late. */
  readonly lateHandoffs: number;
  /** Open, not snoozed, and nobody sees to them. */
  readonly unassignedHandoffs: number;
  readonly waitingEvents: number;
  readonly dueTimers: number;
  /** Comments whose private answer waits for its place. */
  readonly waitingPrivateReplies: number;
  /** Those of the last 24 hours that never had one in time. */
  readonly expiredPrivateReplies24h: number;
}

/** Whom a tracked link was sent to. */
export interface FoundLink {
  readonly conversationId: string;
  /** What a booking made behind it counts as; null: it is no booking's. */
  readonly outcome: string | null;
}

/** What is known of an account of ours beside what the files say. */
export interface AccountState {
  /** Takes the place of the one in the files, which it came of; sealed by whoever keeps it. Null: there is none. */
  readonly token: string | null;
  /** What a new token is asked for by, sealed; null: it has none of its own. */
  readonly refreshToken: string | null;
  /** Epoch ms; null: it is not known, or never. */
  readonly tokenExpiresAt: number | null;
  /** Tells which token of the files it came of, without telling that; null: none did. */
  readonly tokenSource: string | null;
  /** Up to when nothing can have been missed that the platform had to tell, epoch ms; null: nothing was heard yet. */
  readonly heardUntil: number | null;
  /** Epoch ms; another one after each change of the token, or wish for one; 0: there was none yet. */
  readonly updatedAt: number;
}

/** Somebody's wish to be deleted, as a platform passed it on. */
export interface DeletionRequest {
  /** Under which whoever made it can follow it. */
  readonly code: string;
  /** Null: it may be meant for several. */
  readonly workspace: string | null;
  /** What the platform's app calls them, which their chats may not; null: it is done, and they are forgotten here, too. */
  readonly userId: string | null;
  readonly requestedAt: number;
  /** How many contacts were erased for it. */
  readonly contacts: number;
  /** Null: it is not done yet. */
  readonly doneAt: number | null;
}

/** Questions to the store. All see what is committed. */
export interface Reads {
  readConversation(id: string): Promise<Conversation | null>;
  /** Whose conversation it is; null: there is none of this id. */
  workspaceOf(conversationId: string): Promise<string | null>;
  /** By the platform's id of the contact. */
  findConversation(account: string, contactPlatformId: string): Promise<Conversation | null>;
  /** By the code of a tracked link; null: nobody was sent it. */
  findLink(code: string): Promise<FoundLink | null>;
  /** Null: nothing is known of it. */
  readAccountState(workspace: string, account: string): Promise<AccountState | null>;
  /** Null: there is none of this code. */
  readDeletionRequest(code: string): Promise<DeletionRequest | null>;
  /** Those that are not done yet, the earliest first. */
  openDeletionRequests(): Promise<readonly DeletionRequest[]>;
  readStory(conversationId: string): Promise<readonly StoryLine[]>;
  readTrace(conversationId: string): Promise<readonly EventTrace[]>;
  listContacts(filter: { readonly account?: string }, page: Page): Promise<Listing<ContactView>>;
  /** `reference`: our contact id, or `account/platform id`. */
  readContact(reference: string): Promise<ContactView | null>;
  readLedger(contactId: string): Promise<readonly LedgerLine[]>;
  /** Re-folds and checks every chain. */
  verifyLedger(): Promise<LedgerReport>;
  exportContact(contactId: string): Promise<ContactExport | null>;
  listHandoffs(
    filter: { readonly state?: HandoffView['state']; readonly team?: string },
    page: Page,
  ): Promise<Listing<HandoffView>>;
  readHandoff(id: string): Promise<HandoffView | null>;
  listOutcomes(
    filter: { readonly name?: string },
    page: Page,
  ): Promise<Listing<OutcomeReached & { readonly conversationId: string }>>;
  /** Everybody's, or one conversation's; the earliest first. */
  dueTimers(now: number, limit: number, conversationId?: string): Promise<readonly DueTimer[]>;
  nextTimerAt(): Promise<number | null>;
  /** Conversations with messages that wait to go out. */
  dueConversations(limit: number, after: string | null): Promise<readonly string[]>;
  /** When the account began each of its sends after `since`, epoch ms, the earliest first; one that was tried anew counts once. */
  sendsSince(
    account: { readonly workspace: string; readonly account: string },
    since: number,
  ): Promise<readonly number[]>;
  /** When the newest event that is kept was received (our clock, epoch ms); null: none is. */
  lastReceivedAt(): Promise<number | null>;
  openRequests(): Promise<readonly OpenRequest[]>;
  /** Versions that open runs are pinned to, and everything they lead to. */
  storedFlows(): Promise<readonly StoredFlow[]>;
  /** Where the open runs stand, counted by the frame that is running. */
  runPlaces(): Promise<readonly RunPlace[]>;
  /** Whom each step has spoken to, by the messages that are kept. Looks at all of them: for reports, not for every day. */
  stepReach(): Promise<readonly StepReach[]>;
  figures(now: number): Promise<StoreFigures>;
}
