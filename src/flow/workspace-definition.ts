import type { CouponList } from '../core/coupon.js';
import type { FaqEntry } from '../core/faq.js';
import type { Lookup } from '../core/lookup.js';
import type { OfficeHours } from '../core/office-hours.js';
import type { PhraseSet } from '../core/phrases.js';
import type { LinkTarget, Team, TemplateDefinition, Topic } from '../core/resources.js';
import type { Account, Disclosure } from '../core/workspace.js';

/** `workspace.yaml` after reading and checking: plain JSON, every default filled in, and secrets by name only. */
export interface WorkspaceDefinition {
  /** The workspace's folder in `FLOWS_DIR`; `main` where `FLOWS_DIR` is the one workspace itself. */
  readonly name: string;
  readonly brand: string;
  /** IANA name; `UTC` where the author gave none. */
  readonly timezone: string;
  /** Language codes, at least one; the first is spoken where nothing else is known. */
  readonly languages: readonly string[];
  /** Null: always open. */
  readonly hours: OfficeHours | null;
  /** Empty: the simulator is on. */
  readonly accounts: readonly AccountDefinition[];
  readonly topics: readonly Topic[];
  /** Absent: there are none. */
  readonly templates?: readonly TemplateDefinition[];
  readonly teams: readonly Team[];
  /** The flow that asks for a mark when people are done; absent: none does. */
  readonly rating?: string;
  readonly links: readonly LinkTarget[];
  readonly lookups: readonly Lookup[];
  readonly coupons: readonly CouponList[];
  /** The workspace's own words by language, to be laid over the built-in ones; complete where there are none. */
  readonly texts: Readonly<Record<string, Partial<PhraseSet>>>;
  /** Whether a message that nothing matches is answered by a hint, or left to people. */
  readonly unmatched: 'answer' | 'silent';
  /** How long the bot keeps silent after a person spoke in another app, ms. */
  readonly silenceAfterPerson: number;
  /** When the bot says that it is one; absent or null: it does not. */
  readonly disclosure?: Disclosure | null;
  /** `faq.yaml`; absent: there is none. */
  readonly faq?: FaqDefinition;
  /** Words that no text of this workspace may contain. */
  readonly neverSay: readonly string[];
}

export interface FaqDefinition {
  readonly entries: readonly FaqEntry[];
  /** Whether an unclear question is asked back. */
  readonly asksBack: boolean;
}

export interface AccountDefinition extends Account {
  /** Where the access token stands in the environment. */
  readonly token: SecretName;
  /** What its platform signs with, or shows: the present one, and former ones while they are being replaced. */
  readonly secrets: readonly SecretName[];
  /** Instagram by Facebook Login: the page that it belongs to. */
  readonly page?: string;
  /** WhatsApp: the business account that the number belongs to. */
  readonly business?: string;
  /** X: what a new access token is got with every two hours; the newest stands in the store, this is the first one. */
  readonly refreshToken?: SecretName;
  /** X: the app's OAuth 2.0 client. */
  readonly clientId?: SecretName;
  readonly clientSecret?: SecretName;
}

/** Name of an environment variable, without the `$` that marks it in a file. */
export type SecretName = string;
