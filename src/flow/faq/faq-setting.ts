import type { Mention } from '../mention.js';
import type { Report } from '../report.js';
import type { Vocabulary } from '../vocabulary.js';

/** What questions are read with. */
export interface FaqSetting {
  readonly vocabulary: Vocabulary;
  /** Of the workspace; empty: they are not known. */
  readonly languages: readonly string[];
  readonly report: Report;
  /** Gathers what only the flows can say whether it is there. */
  readonly mentions: Mention[];
}
