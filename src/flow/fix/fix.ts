import type { FindingCode } from '../findings/catalogue.js';
import type { Place } from '../issue.js';
import type { TextEdit } from './text-edit.js';

/** One mending that is sure: what it changes, where, and what it was for. */
export interface Fix extends TextEdit {
  readonly code: FindingCode;
  /** Where the mistake stands. */
  readonly place: Place;
  /** What is done, in the author's words: `gave the question the id "project"`. */
  readonly message: string;
}
