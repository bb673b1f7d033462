import type { Actor, Colleague } from './actor.js';
import type { SupportedChannel } from './channel.js';
import type { Consent } from './consent.js';
import type { QuickReply } from './message.js';
import type { HandoffPriority } from './resources.js';
import type { ServiceClock } from './service-clock.js';

/** The one running thread with a contact: everything that `decide` needs to know of it. */
export interface Conversation {
  readonly id: string;
  readonly workspace: string;
  /** Name of the account in workspace.yaml. */
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly contact: Contact;
  readonly consent: Consent;
  readonly ownership: Ownership;
  /** No message decided before this epoch goes out any more, whoever speaks: the contact has said STOP since. */
  readonly silencedBefore: number;
  /** When the contact last wrote or pressed something (their clock, epoch ms); opens the reply window. */
  readonly lastContactAt: number | null;
  /** The event of the contact's last message: what a person's answer after STOP answers. */
  readonly lastContactEventId: string | null;
  /** The platform's id of the contact's last message; left out or null: it has none. */
  readonly lastContactMessageId?: string | null;
  readonly run: Run | null;
  /** How often they have begun each flow. */
  readonly flowVisits?: Readonly<Record<string, number>>;
  readonly awaiting: Awaiting | null;
  readonly handoff: OpenHandoff | null;
  /** When we last said that we did not understand (our clock); kept from saying it twice in a row. */
  readonly puzzledAt: number | null;
  /** How often steps with several texts were heard, by flow and step; the one heard longest ago is forgotten first. */
  readonly heard?: Readonly<Record<string, number>>;
  /** The questions that we offered when what the contact asked was unclear; gone once they answer in any way. */
  readonly clarifying?: { readonly offered: readonly QuickReply[] } | null;
  /**
   * What was offered last as a numbered list, in its order: each is taken by its number. Gone once they answer in any way;
   * left out or null: there is no such list.
   */
  readonly offered?: readonly QuickReply[] | null;
  /** Messages cannot reach this contact: blocked us, deactivated, or gone. Cleared when they write again. */
  readonly unreachable: boolean;
  /** Posts whose comment by this contact was answered, newest last; left out: none was. */
  readonly answeredPosts?: readonly string[];
  /** Comments of theirs that are gone, hidden, or ask for no messages, newest last: none is answered any more. */
  readonly goneComments?: readonly string[];
  /** The platform's ids of messages that they took back, newest last: one that comes only afterwards is as if unsaid. */
  readonly takenBack?: readonly string[];
  /** Which of a flow's public replies this contact got last, by its place in the list. */
  readonly lastPublicReply?: number;
  /** When the bot last said that it is a machine (our clock, epoch ms); null: it is to say so again. Left out: never. */
  readonly disclosedAt?: number | null;
  /** When the bot last spoke (our clock, epoch ms), where the workspace counts that for its disclosure. */
  readonly botSpokeAt?: number;
  /** Until when (epoch ms) we are known to be closed to this contact; 0: for good. Left out: they were not told. */
  readonly toldClosedUntil?: number;
  /** What the contact opted in to on the platform, one a topic; only of topics that they still agree to. */
  readonly marketingTokens?: readonly MarketingToken[];
  /** Flows that follow an outcome, and wait for their time; left out: none does. */
  readonly followUps?: readonly PendingFollowUp[];
  /** Who called the contact spam, and when (our clock, epoch ms): nothing answers them. Left out or null: nobody did. */
  readonly blocked?: { readonly by: Actor; readonly at: number } | null;
}

/** By which messages of one topic may be sent outside the reply window. */
export interface MarketingToken {
  readonly topic: string;
  readonly token: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export interface PendingFollowUp {
  readonly timerId: string;
  readonly flow: string;
  readonly outcome: string;
  /** How often it came due while something else was under way. */
  readonly tries: number;
}

export interface Contact {
  readonly id: string;
  /** What the platform tells; null until it is asked or where it says nothing. */
  readonly profile: Profile | null;
  /** The one of the workspace's languages that they speak; absent: not known yet. */
  readonly language?: string;
  readonly tags: readonly string[];
  /** What flows remembered by `set`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names of the fields that hold what was said in confidence; left out: none does. */
  readonly sensitiveFields?: readonly string[];
  /** The way that was drawn for them in each split that they came to. */
  readonly splits?: Readonly<Record<string, string>>;
}

export interface Profile {
  readonly firstName: string | null;
  readonly name: string | null;
}

/** What flows can read of a contact, by name. What the platform tells goes before a field of the same name. */
export function contactValues({ fields, profile, language }: Contact): Readonly<Record<string, string>> {
  return {
    ...fields,
    ...(language === undefined ? {} : { language }),
    ...(profile?.name ? { name: profile.name } : {}),
    ...(profile?.firstName ? { first_name: profile.firstName } : {}),
  };
}

/** Who may speak now. */
export interface Ownership {
  readonly owner: 'bot' | 'human' | 'other';
  /** Grows at each change of owner, and at each STOP. */
  readonly epoch: number;
  /**
   * Bot messages decided before this epoch may no longer go out. A handoff does not move it (what the bot said on its
   * way out still leaves); a take-over does.
   */
  readonly mutedBefore: number;
  /** When a person last spoke (our clock, epoch ms); ownership by another app lapses after it. */
  readonly lastPersonAt: number | null;
}

/** One contact going through flows. Frames from the bottom up: the last one is running, the others wait for it. */
export interface Run {
  readonly id: string;
  readonly startedAt: number;
  readonly frames: readonly Frame[];
  /** Names of the outcomes that this run has reached. */
  readonly outcomes: readonly string[];
  /** The comment that started it, as long as it has not been answered in private; left out: none. */
  readonly comment?: UnansweredComment;
  /** The closed handoff that the contact is asked to give a mark to; left out: none. */
  readonly rates?: string;
  /** Whether a person let it begin at a step of their choice, so that it may have no outcome before it. */
  readonly beganMidway?: true;
}

export interface UnansweredComment {
  readonly commentId: string;
  /** Until when the platform takes a private reply, epoch ms. */
  readonly until: number;
  /** Epoch ms; left out: as long before that as it takes one. */
  readonly commentedAt?: number;
}

/** A place in a flow. `step` is a stable path: an upgrade of Heyword or of the flow strands nobody. */
export interface Frame {
  readonly flow: string;
  readonly version: string;
  readonly step: string;
  readonly context: FrameContext;
}

export interface FrameContext {
  readonly answers: Readonly<Record<string, string>>;
  /** How often each step was entered; a timer belongs to one visit. */
  readonly visits: Readonly<Record<string, number>>;
  /** Answers refused during the present visit. */
  readonly misses: number;
  /** Questions of this flow that were answered, the last at the end: the way back. */
  readonly trail?: readonly AnsweredQuestion[];
  /** Choices taken so far during the present visit, where several may be. */
  readonly picked?: readonly string[];
  /** What was written so far during the present visit, where more may follow in the same breath. */
  readonly breath?: Breath;
  /** The languages in which questions were put that are there in several, by step. */
  readonly askedIn?: Readonly<Record<string, string>>;
  /** Whether `picked` and `breath` are parts of a sensitive answer. */
  readonly isGatheredSensitive?: boolean;
  /** Names of the answers that are sensitive, or came of such. */
  readonly sensitive?: readonly string[];
}

export interface AnsweredQuestion {
  readonly step: string;
  /** Names of the answers that were known when it was asked. */
  readonly known: readonly string[];
}

/** Messages that are to be one answer, and the timer that ends the waiting for more. */
export interface Breath {
  readonly text: string;
  readonly timerId: string;
}

/** A question to the outside whose answer arrives as an event; later events wait in order until then. */
export interface Awaiting {
  readonly requestId: string;
  readonly kind: 'profile' | 'lookup' | 'coupon';
  readonly since: number;
  /** Whether it was asked with something that is sensitive: then its answer is too. */
  readonly isSensitive?: boolean;
}

export interface OpenHandoff {
  readonly id: string;
  readonly team: string | null;
  readonly takenBy: string | null;
  /** The user who is to see to it; left out or null: whoever comes. */
  readonly assignee?: Colleague | null;
  /** Left out: normal. */
  readonly priority?: HandoffPriority;
  /** Left out: it was opened before there were clocks, and nothing is told of its promises. */
  readonly clock?: ServiceClock;
  /** Out of the way until then (epoch ms), when the timer wakes it; left out or null: it is not. */
  readonly snooze?: { readonly until: number; readonly timerId: string } | null;
}

export const emptyContext: FrameContext = { answers: {}, visits: {}, misses: 0 };

/** How a conversation begins, before the first event is decided. */
export function beginConversation(
  identity: Pick<Conversation, 'id' | 'workspace' | 'account' | 'channel'> & { readonly contactId: string },
  consent: Consent,
): Conversation {
  const { id, workspace, account, channel, contactId } = identity;
  // Named one by one: what is made of the rest of another object is slow to read and to copy ever after.
  return {
    id,
    workspace,
    account,
    channel,
    contact: { id: contactId, profile: null, tags: [], fields: {} },
    consent,
    ownership: { owner: 'bot', epoch: 0, mutedBefore: 0, lastPersonAt: null },
    silencedBefore: 0,
    lastContactAt: null,
    lastContactEventId: null,
    run: null,
    awaiting: null,
    handoff: null,
    puzzledAt: null,
    unreachable: false,
  };
}
