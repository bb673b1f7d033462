import type { Colleague } from './actor.js';
import type { ConsentEntry } from './consent.js';
import type { SendFailed } from './engine-event.js';
import type { Attachment } from './platform-event.js';
import type { MessageState, OutgoingMessage, Refusal } from './message.js';
import type { HandoffPriority } from './resources.js';
import type { ServiceClock } from './service-clock.js';

export const handoffReasons = [
  'flow',
  'no_outcome',
  'failed',
  'poison',
  'retries_exhausted',
  'asked',
  'escalated',
  /** A person took a chat that nobody had given to people. */
  'taken',
] as const;

export type HandoffReason = (typeof handoffReasons)[number];

/** `snoozed` is open as well; the last three are ends. */
export const handoffStates = ['open', 'taken', 'snoozed', 'resolved', 'handed_back', 'spam'] as const;

export type HandoffState = (typeof handoffStates)[number];

/** What is asked of the shell, in the imperative; all of it is saved in the transaction that saves the decision. */
export type Effect =
  /** Put a line that the contact (or a person in another app) wrote into the story. */
  | { readonly kind: 'recordMessage'; readonly message: ReceivedMessage }
  /** Queue a message; it leaves by a claim. `not_sent` ones are only shown. */
  | { readonly kind: 'sendMessage'; readonly message: OutgoingMessage }
  /** Answer a comment where everybody reads it; queued and claimed like a message, of which it is one (`isPublic`). */
  | { readonly kind: 'replyPublicly'; readonly commentId: string; readonly message: OutgoingMessage }
  /** Cancel queued messages: the bot's (flow and system, but never a confirmation of STOP), or those of everyone. */
  | { readonly kind: 'cancelMessages'; readonly of: 'bot' | 'everyone'; readonly refusal: Refusal }
  /** Settle one of our messages by what the platform reported. */
  | { readonly kind: 'settleMessage'; readonly messageId: string; readonly platformMessageId: string }
  /** The platform took one of our messages, and reports now that it came to nothing. */
  | {
      readonly kind: 'failMessage';
      readonly messageId: string;
      readonly failure: SendFailed['failure'];
      /** For people. */
      readonly explanation: string;
    }
  | {
      readonly kind: 'advanceMessages';
      readonly to: Extract<MessageState, 'delivered' | 'read'>;
      readonly platformMessageIds: readonly string[];
      readonly upTo: number | null;
    }
  /** The contact took a message back: delete our copy of its words. */
  | { readonly kind: 'forgetMessage'; readonly platformMessageId: string }
  | { readonly kind: 'scheduleTimer'; readonly timer: Timer }
  | { readonly kind: 'cancelTimer'; readonly timerId: string }
  /** Cancel every timer of the conversation: its run has ended. */
  | { readonly kind: 'cancelTimers' }
  | { readonly kind: 'recordConsent'; readonly entry: ConsentEntry }
  | { readonly kind: 'openHandoff'; readonly handoff: HandoffOpening }
  | { readonly kind: 'updateHandoff'; readonly handoffId: string; readonly change: HandoffChange }
  /** The contact has given a mark, 1 to 5, to what people did for them; the handoff is closed already. */
  | { readonly kind: 'rateHandoff'; readonly handoffId: string; readonly rating: number }
  | { readonly kind: 'addNote'; readonly note: NewNote }
  | { readonly kind: 'recordOutcome'; readonly outcome: OutcomeReached }
  | Inquiry;

/** A question to the outside. A conversation awaits one at a time; the answer, or its time-out, is an event. */
export type Inquiry = { readonly requestId: string; readonly timesOutAt: number } &
  /** Ask the platform for the contact's profile. */
  (
    | { readonly kind: 'fetchProfile' }
    /** Ask a look-up of the workspace. */
    | {
        readonly kind: 'lookUp';
        readonly lookup: string;
        readonly inputs: Readonly<Record<string, string>>;
        /** Whether something that the contact said in confidence is among the inputs. */
        readonly isSensitive?: boolean;
      }
    /** Draw a code of a list, which is then this contact's. */
    | { readonly kind: 'drawCoupon'; readonly list: string }
  );

export interface ReceivedMessage {
  readonly id: string;
  readonly from: 'contact' | 'person_elsewhere';
  readonly text: string;
  readonly platformMessageId: string | null;
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** How it came when not as plain words: a tap, a story reply, a referral, attachments, a comment. */
  readonly via: 'text' | 'quick_reply' | 'postback' | 'story_reply' | 'referral' | 'attachment' | 'comment';
  /** What was sent along, by reference; left out: nothing was. */
  readonly attachments?: readonly Attachment[];
  /** Whether it was said in confidence: kept for nobody to read. */
  readonly isSensitive?: boolean;
}

/** Durable. `id` is its run, step and visit, so that a repeated entry is a new timer. */
export interface Timer {
  readonly id: string;
  readonly dueAt: number;
}

export interface HandoffOpening {
  readonly id: string;
  readonly team: string | null;
  readonly reason: HandoffReason;
  readonly note: string;
  readonly openedAt: number;
  /** Promised first reply and resolution, epoch ms, counted in office hours; null: not promised. */
  readonly firstReplyDueAt: number | null;
  readonly resolveDueAt: number | null;
  /** Left out: normal. */
  readonly priority?: HandoffPriority;
  /** By which the contact and people elsewhere know it; left out: there is none. */
  readonly reference?: string;
  /** Whether note or reference hold what was said in confidence: kept for whoever takes the chat, and nobody else. */
  readonly isSensitive?: boolean;
}

/** What may change of an open handoff; moments are epoch ms. */
export interface HandoffFacts extends ServiceClock {
  readonly state: HandoffState;
  readonly takenBy: string | null;
  readonly team: string | null;
  readonly priority: HandoffPriority;
  /** `dueAtOf` its clock. */
  readonly dueAt: number | null;
  readonly assigneeId: string | null;
  /** The assignee's name. */
  readonly assignee: string | null;
  readonly assignedAt: number | null;
  readonly snoozedUntil: number | null;
  readonly closedAt: number | null;
  /** Null: nobody, it came so. */
  readonly closedBy: string | null;
  /** What it was resolved as. */
  readonly outcome: string | null;
}

/** Written as it stands; what is left out stays as it is. One that is closed already is not changed any more. */
export type HandoffChange = Partial<HandoffFacts>;

/** What somebody wrote for their colleagues. */
export interface NewNote {
  readonly id: string;
  readonly author: string;
  /** Null: no user. */
  readonly authorId: string | null;
  readonly text: string;
  readonly mentions: readonly Colleague[];
  readonly at: number;
}

export interface OutcomeReached {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly source:
    | {
        readonly kind: 'flow';
        readonly flow: string;
        readonly version: string;
        readonly step: string;
        /** The ways that were drawn for the contact so far, by the name of the split. */
        readonly splits?: Readonly<Record<string, string>>;
      }
    | { readonly kind: 'person' | 'outside'; readonly name: string };
  readonly runId: string | null;
  readonly value: number | null;
  readonly currency: string | null;
}
