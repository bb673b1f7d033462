import type { Test } from '../core/condition.js';
import type { Place } from './issue.js';

/** Something a flow refers to that only the whole flow, or the whole workspace, can say whether it is there. */
export type Mention = { readonly place: Place } & (
  | {
      readonly kind: 'answer';
      readonly name: string;
      /** Path of the step that reads it. */
      readonly step: string;
      /** Whether it says what to do where there is no answer. */
      readonly allowsUnknown: boolean;
      /** What the answer is compared with; empty where it is only read. */
      readonly values: readonly ComparedValue[];
      /** Whether it stands in a text. */
      readonly isShown?: true;
    }
  | { readonly kind: 'contact'; readonly name: string }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'outcome'; readonly name: string }
  /** A way of a split, where a flow offers it. */
  | { readonly kind: 'split'; readonly split: string; readonly way: string; readonly step: string }
  | { readonly kind: 'flow'; readonly name: string }
  /** A flow is entered, with these inputs, for these results. */
  | {
      readonly kind: 'call';
      readonly flow: string;
      readonly inputs: readonly ComparedValue[];
      readonly results: readonly ComparedValue[];
    }
);

export interface ComparedValue {
  /** Numbers and dates as they are written. */
  readonly value: string;
  /** By which test; absent: it has to be this. */
  readonly by?: Exclude<Test['kind'], 'is' | 'is_one_of' | 'is_known' | 'has_word'>;
  readonly place: Place;
}

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { readonly kind: K }>;

export function mentionsOf<K extends Mention['kind']>(
  mentions: readonly Mention[],
  kind: K,
): readonly MentionOf<K>[] {
  return mentions.filter((mention): mention is MentionOf<K> => mention.kind === kind);
}
