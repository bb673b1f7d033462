import type { channelNames } from './channel.js';
import type { Template } from './flow.js';
import type { LinkTarget } from './resources.js';

/** Questions that are answered whatever flow is running, and who recognises them. */
export interface Faq {
  readonly entries: ReadonlyMap<string, FaqEntry>;
  readonly matcher: FaqMatcher;
  /** Whether an unclear question is asked back. */
  readonly asksBack: boolean;
}

/** One question, in all its phrasings, and what is done about it. */
export interface FaqEntry {
  readonly id: string;
  readonly phrasings: readonly FaqPhrasing[];
  /** Its first phrasing in each language: how we call it. */
  readonly question: Template;
  /** What a button says of it. */
  readonly title: Template;
  readonly response:
    | {
        readonly kind: 'answer';
        readonly text: Template;
        readonly link: LinkTarget | null;
        /** Whether saying it needs the contact's profile. */
        readonly needsProfile: boolean;
      }
    | { readonly kind: 'flow'; readonly flow: string };
  /** Given to whoever asks. */
  readonly tags: readonly string[];
  /** First and last day, `2026-12-24`, by the workspace's clock; null: no such bound. */
  readonly from: string | null;
  readonly until: string | null;
  /** Null: all of them. */
  readonly channels: readonly (typeof channelNames)[number][] | null;
}

export interface FaqPhrasing {
  readonly text: string;
  /** Empty: whatever the contact speaks. */
  readonly language: string;
}

/** The port of what recognises questions. Deterministic, and quick enough to be asked within a decision. */
export interface FaqMatcher {
  /**
   * Never throws, whatever the text.
   *
   * @param isOffered Whether an entry may be answered with here and now.
   */
  match(text: string, isOffered: (entry: string) => boolean): FaqVerdict;
}

export interface FaqVerdict {
  /** `answer`: the first candidate is meant. `close`: one of them may be meant. `nothing`: probably none is. */
  readonly kind: 'answer' | 'close' | 'nothing';
  /** Up to three entries, the likeliest first. */
  readonly candidates: readonly FaqCandidate[];
  /** Score from which on the likeliest is the answer. */
  readonly threshold: number;
}

export interface FaqCandidate {
  readonly entry: string;
  /** That of the phrasings it resembles; empty: unknown. */
  readonly language: string;
  /** 0 nothing in common … 1 one of its phrasings; in between, higher is likelier. */
  readonly score: number;
}
