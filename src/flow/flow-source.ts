import type { KeywordMatch } from '../core/keyword.js';
import type { FlowDefinition, TriggerName } from './definition.js';
import type { Place } from './issue.js';
import type { Mention } from './mention.js';
import type { Report } from './report.js';
import type { TranslatedText, Translation } from './translation/translation-file.js';
import type { Vocabulary } from './vocabulary.js';

/** What is gathered while a flow file is read, for the checks that need all of it. */
export interface FlowNotes {
  readonly file: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  readonly mentions: Mention[];
  /** Where each step stands, by its path. */
  readonly stepPlaces: Map<string, Place>;
  /** Every `id` that stands in the file, also of steps that could not be read. */
  readonly ids: Map<string, Place>;
  readonly starts: StartWord[];
  /** The siblings of the file, one a language. */
  readonly translations: readonly Translation[];
  readonly usedTranslations: Set<TranslatedText>;
  /** Everything that is said to contacts. */
  readonly speeches: Speech[];
  /** Answers saved by steps that could not be read; see `noteLostAnswers`. */
  readonly lostAnswers: Set<string>;
  /** Steps were left out: a way that seems to end without an outcome may have had one in them. */
  hasGaps: boolean;
}

/** A text as contacts may hear it, and where it stands. */
export interface Speech {
  readonly place: Place;
  /** As its translations name it. */
  readonly source: string;
  /** In which it is there. */
  readonly languages: readonly string[];
}

/** A word or a button that starts a flow, and where it stands. */
export interface StartWord {
  readonly kind: StartKind;
  /** `any` where any will do. */
  readonly text: string;
  readonly place: Place;
  readonly priority?: number | undefined;
  readonly language?: string | undefined;
  /** Of a comment: the posts; null: all. */
  readonly posts?: readonly string[] | null;
}

/** Keywords by how they are met, everything else by its name in the file. */
export type StartKind = KeywordMatch | Exclude<TriggerName, 'keyword'>;

/** A flow as it was read, with everything about it that its checks look at. */
export interface ReadFlow {
  readonly definition: FlowDefinition;
  readonly notes: FlowNotes;
  /** Where its name stands. */
  readonly place: Place;
  /** Whether a trigger stands in the file, even one that starts nothing yet. */
  readonly hasStart: boolean;
}

export function placeOfStep({ stepPlaces, file }: FlowNotes, path: string): Place {
  return stepPlaces.get(path) ?? { file, line: 1, column: 1 };
}
