import type { SupportedChannel } from './channel.js';
import type { CouponList } from './coupon.js';
import type { Faq } from './faq.js';
import type { Flow } from './flow.js';
import type { KeywordIndex } from './keyword.js';
import type { Lookup } from './lookup.js';
import type { OfficeHours } from './office-hours.js';
import type { Phrases } from './phrases.js';
import type { Team, TemplateDefinition, Topic } from './resources.js';

/** One brand, as `decide` needs it. Secrets are not in here. */
export interface Workspace {
  readonly name: string;
  readonly brand: string;
  /** IANA name. */
  readonly timezone: string;
  /** The first one is spoken where nothing else is known. */
  readonly languages: readonly string[];
  /** Null: always open. */
  readonly hours: OfficeHours | null;
  readonly teams: ReadonlyMap<string, Team>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly templates: ReadonlyMap<string, TemplateDefinition>;
  /** The flow that asks for a mark when people are done; null: none does. */
  readonly rating: string | null;
  /** Not for deciding: what the shell asks by, and draws from, when a flow wants it. */
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly coupons: ReadonlyMap<string, CouponList>;
  readonly accounts: readonly Account[];
  readonly triggers: Triggers;
  /** First keyword of each flow, in file order: what we suggest when we did not understand. */
  readonly suggestions: readonly string[];
  readonly phrases: Phrases;
  readonly faq: Faq;
  /** Whether messages that nothing matches are answered by a hint, or left to people. */
  readonly answersUnmatched: boolean;
  /** How long the bot keeps silent after a person spoke in another app, ms. */
  readonly silenceAfterPerson: number;
  /**
   * Whether the bot says that it is one: at the start, after `gap` ms without a word of it, and after a person had the
   * chat. Null: it does not.
   */
  readonly disclosure: Disclosure | null;
  /** The newest version of a flow: what triggers start. */
  readonly flows: ReadonlyMap<string, Flow>;
  /** Any version that a run may be pinned to. */
  readonly pinnedFlow: (name: string, version: string) => Flow | undefined;
}

export interface Disclosure {
  /** ms. */
  readonly gap: number;
}

export interface Account {
  readonly channel: SupportedChannel;
  readonly name: string;
  /** The platform's id of the page or professional account. */
  readonly id: string;
}

/** The flow that something starts, and what decides where several fit. */
export interface TriggerTarget {
  readonly flow: string;
  /** 1 first, 9 last; `defaultPriority` where nothing is said. Between triggers of one kind (see `triggerRanks`). */
  readonly priority?: number;
  /** It counts only for contacts of this language, and those whose language is not known. */
  readonly language?: string;
}

/** Flows that an event starts by words in it, or by any words; each list the one to be taken first. */
export interface WordTriggers<T extends TriggerTarget> {
  readonly byWord: KeywordIndex<T>;
  readonly any: readonly T[];
}

export interface CommentTarget extends TriggerTarget {
  /** The platform's ids of posts; null: all posts. */
  readonly posts: readonly string[] | null;
  /** One of these is said under the comment; empty: nothing is. */
  readonly publicReplies: readonly string[];
}

/** A flow that starts some time after an outcome. */
export interface FollowUpTarget extends TriggerTarget {
  /** Milliseconds. */
  readonly wait: number;
  /** Outcomes that make it superfluous when they are reached meanwhile. */
  readonly unless: readonly string[];
}

/** A button that the platform shows beside or before the chat. */
export interface StartButton {
  readonly place: 'ice_breaker' | 'menu';
  readonly title: string;
  readonly payload: string;
}

/** Whatever starts flows; of each list the first one that fits is taken. */
export interface Triggers {
  readonly keywords: KeywordIndex<TriggerTarget>;
  readonly refs: ReadonlyMap<string, readonly TriggerTarget[]>;
  readonly ads: {
    readonly byId: ReadonlyMap<string, readonly TriggerTarget[]>;
    readonly any: readonly TriggerTarget[];
  };
  /** Ice breakers and menu entries are among them, by the payload that they have (`flowPayload`). */
  readonly postbacks: ReadonlyMap<string, readonly TriggerTarget[]>;
  /** Buttons that are to be set up on the platform, in file order. */
  readonly buttons: readonly StartButton[];
  readonly storyReplies: WordTriggers<TriggerTarget>;
  readonly storyMentions: readonly TriggerTarget[];
  readonly comments: WordTriggers<CommentTarget>;
  readonly firstMessage: readonly TriggerTarget[];
  readonly outsideHours: readonly TriggerTarget[];
  /** By the outcome that they follow. */
  readonly followUps: ReadonlyMap<string, readonly FollowUpTarget[]>;
}
