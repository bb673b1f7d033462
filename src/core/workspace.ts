import type { SupportedChannel } from './channel.js';
import type { Faq } from './faq.js';
import type { Flow } from './flow.js';
import type { KeywordIndex } from './keyword.js';
import type { Phrases } from './phrases.js';
import type { Team, Topic } from './resources.js';

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
  /** The newest version of a flow: what triggers start. */
  readonly flows: ReadonlyMap<string, Flow>;
  /** Any version that a run may be pinned to. */
  readonly pinnedFlow: (name: string, version: string) => Flow | undefined;
}

export interface Account {
  readonly channel: SupportedChannel;
  readonly name: string;
  /** The platform's id of the page or professional account. */
  readonly id: string;
}

/** Opening intervals by ISO weekday (1 Monday … 7 Sunday), in minutes after local midnight, in order. */
export type OfficeHours = Readonly<Record<number, readonly { readonly from: number; readonly to: number }[]>>;

export interface TriggerTarget {
  readonly flow: string;
}

export interface Triggers {
  readonly keywords: KeywordIndex<TriggerTarget>;
  readonly refs: ReadonlyMap<string, TriggerTarget>;
  readonly postbacks: ReadonlyMap<string, TriggerTarget>;
  /** Started by an answer to any story; null: none. */
  readonly storyReply: TriggerTarget | null;
}
