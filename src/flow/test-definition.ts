import type { SupportedChannel } from '../core/channel.js';
import type { ConsentChange } from '../core/consent.js';
import type { LookupAnswer } from '../core/lookup.js';
import type { MediaKind } from '../core/message.js';
import type { LinkTarget, TemplateDefinition } from '../core/resources.js';
import type { Place } from './issue.js';

/** A `*.test.yaml`: chats that must go as written. Every line keeps its place, so that a failure points at it. */
export interface TestFile {
  readonly file: string;
  /** The flow that it tests; `faq` where it tests the questions. */
  readonly flow: string;
  readonly tests: readonly FlowTest[];
}

export interface FlowTest {
  readonly name: string;
  readonly place: Place;
  readonly on: SupportedChannel;
  /** When the chat begins, by the workspace's clock; null: it does not matter. */
  readonly at: WeekTime | null;
  readonly contact: TestContact;
  /** What the outside answers. */
  readonly stubs?: TestStubs;
  readonly chat: readonly ChatLine[];
  readonly expect: readonly Expectation[];
}

export interface TestStubs {
  readonly lookups: ReadonlyMap<string, LookupStub>;
  /** Codes that are left, by list; of others the workspace's own are taken. */
  readonly coupons: ReadonlyMap<string, readonly string[]>;
}

export interface LookupStub {
  /** Null: no answer comes, until the look-up's time is up. */
  readonly answers: readonly (LookupAnswer | null)[];
  /** Whether its one answer holds however often it is asked; else each holds once, in turn. */
  readonly repeats: boolean;
}

/** A moment of any week, in the workspace's time zone. */
export interface WeekTime {
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Minutes after local midnight. */
  readonly minute: number;
}

/** What is known of the contact before the chat begins. */
export interface TestContact {
  readonly firstName: string | null;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** Language code; left out: not known. */
  readonly language?: string;
  /** Whether they wrote at some time before; left out: no. */
  readonly wroteBefore?: boolean;
  /** The ways that they go in splits; in others one is drawn. */
  readonly splits?: readonly TestWay[];
  /** Topics that they have agreed to. */
  readonly consent?: readonly string[];
  /** How often they have begun each flow before. */
  readonly visits?: Readonly<Record<string, number>>;
}

export interface TestWay {
  readonly split: string;
  readonly way: string;
  readonly place: Place;
}

/** One line of a chat. Whatever the bot says and no `bot` line takes, before the next line of another kind, is a failure. */
export type ChatLine = { readonly place: Place } & (
  | { readonly kind: 'me'; readonly text: string }
  /** Presses the choice of that title under the last question. */
  | { readonly kind: 'tap'; readonly title: string }
  | { readonly kind: 'postback'; readonly payload: string }
  | { readonly kind: 'story_reply'; readonly text: string }
  | { readonly kind: 'story_mention' }
  /** Comments on a post, in public; post null: any. */
  | { readonly kind: 'comment'; readonly text: string; readonly post: string | null }
  /** Presses what the platform shows under this title before the chat, or beside it. */
  | { readonly kind: 'ice_breaker'; readonly title: string }
  | { readonly kind: 'menu'; readonly title: string }
  /** Comes by an advertisement. */
  | { readonly kind: 'ad'; readonly ad: string }
  /** Comes by a link. */
  | { readonly kind: 'ref'; readonly ref: string }
  /** The bot's next message contains this text, as people compare words; null: any message. */
  | { readonly kind: 'bot'; readonly text: string | null }
  /** What the bot says next shows all of this, in as many messages as its channel needs for it. */
  | { readonly kind: 'bot_shows'; readonly shows: Shows }
  /** The bot answers the comment under the post; null: with any text. */
  | { readonly kind: 'public'; readonly text: string | null }
  /** A person of the team answers, in the platform's own app. */
  | { readonly kind: 'agent'; readonly text: string }
  /** The bot has nothing more to say now, and this time passes, ms; what it says meanwhile follows as `bot`. */
  | { readonly kind: 'silence'; readonly duration: number }
);

/** What is expected of something that is said: its words, and what goes with them. */
export interface Shows {
  readonly text: string | null;
  /** Addresses by kind; null: whichever. */
  readonly media?: Partial<Readonly<Record<MediaKind, string | null>>>;
  /** A link or booking of the workspace. */
  readonly link?: LinkTarget;
  /** Titles; there may be more of each. */
  readonly buttons?: readonly string[];
  readonly cards?: readonly string[];
  readonly quickReplies?: readonly string[];
  /** One of the workspace, as which it goes out. */
  readonly template?: TemplateDefinition;
}

/** One thing that must be so at the end of the chat. */
export type Expectation = { readonly place: Place } & (
  | { readonly kind: 'outcome'; readonly outcome: string }
  | { readonly kind: 'no_outcome' }
  | { readonly kind: 'consent'; readonly topic: string; readonly state: ConsentChange | 'unasked' }
  /** Team null: to whichever team. */
  | { readonly kind: 'handoff'; readonly team: string | null }
  | { readonly kind: 'no_handoff' }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'answer'; readonly name: string; readonly value: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
);
