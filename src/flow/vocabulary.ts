import type { SupportedChannel } from '../core/channel.js';
import type { CouponList } from '../core/coupon.js';
import type { Choice } from '../core/flow.js';
import type { Lookup } from '../core/lookup.js';
import type { Escalation, LinkTarget, Team, TemplateDefinition, Topic } from '../core/resources.js';
import type { OfficeHours } from '../core/office-hours.js';
import type { NameableThing } from './findings/catalogue.js';
import type { Place } from './issue.js';
import { didYouMean } from './nearest-word.js';
import type { Report } from './report.js';

/** What the flows of a workspace may name, and the limits they are written for. */
export interface Vocabulary {
  readonly links: NamedThings<LinkTarget>;
  readonly bookings: NamedThings<LinkTarget>;
  readonly topics: NamedThings<Topic>;
  readonly templates: NamedThings<TemplateDefinition>;
  readonly teams: NamedThings<Team>;
  readonly lookups: NamedThings<Lookup>;
  readonly coupons: NamedThings<CouponList>;
  readonly escalations: NamedThings<Escalation>;
  /** Those of the workspace's accounts; the simulator where there are none. */
  readonly channels: readonly SupportedChannel[];
  /** Codes of the languages that the workspace speaks; empty: not known. */
  readonly languages: readonly string[];
  /** When the workspace is open; null: always. */
  readonly hours: OfficeHours | null;
  readonly neverSay: readonly string[];
  /** How a topic's notice is answered. */
  readonly consentChoices: readonly Choice[];
}

export interface NamedThings<T> {
  /** In the author's words, such as `link`. */
  readonly what: NameableThing;
  /** Null: it is there, but so broken that it cannot be used; that was reported where it stands. */
  readonly byName: ReadonlyMap<string, T | null>;
  /** Whether all of them could be read: else nothing is missed. */
  readonly isComplete: boolean;
}

/** The thing of that name; null, and a report, where there is none. */
export function lookUp<T>(things: NamedThings<T>, name: string, place: Place, report: Report): T | null {
  const found = things.byName.get(name);
  if (found === undefined && things.isComplete) {
    const allowed = [...things.byName.keys()];
    const { what } = things;
    report.error(place, `unknown-${what}`, `There is no ${what} "${name}" in workspace.yaml.`, {
      allowed,
      hint: didYouMean(name, allowed) ?? (allowed.length === 0 ? `Add it there under ${what}s.` : null),
    });
  }
  return found ?? null;
}
