import type { AnswerPhrases } from '../../core/answers/phrases.js';

/** What a text of the server's own is called in a file, and what may stand in {{ }} in it. */
export interface PhraseKey {
  readonly key: string;
  readonly values: readonly string[];
}

/** What is said when answers are gathered, or are none. */
export const answerPhraseKeys: Readonly<Record<keyof AnswerPhrases, PhraseKey>> = {
  anythingElse: { key: 'anything_else', values: [] },
  done: { key: 'done', values: [] },
  retrySeveral: { key: 'retry_several', values: ['least', 'most'] },
  retryYesNo: { key: 'retry_yes_no', values: [] },
  retryLongText: { key: 'retry_long_text', values: ['most'] },
  retryNumber: { key: 'retry_number', values: [] },
  retryNumberFrom: { key: 'retry_number_from', values: ['least'] },
  retryNumberUpTo: { key: 'retry_number_up_to', values: ['most'] },
  retryNumberBetween: { key: 'retry_number_between', values: ['least', 'most'] },
  retryDate: { key: 'retry_date', values: [] },
  retryDateFrom: { key: 'retry_date_from', values: ['least'] },
  retryDateUpTo: { key: 'retry_date_up_to', values: ['most'] },
  retryDateBetween: { key: 'retry_date_between', values: ['least', 'most'] },
  retryEmail: { key: 'retry_email', values: [] },
  retryPhone: { key: 'retry_phone', values: ['example'] },
  retryUrl: { key: 'retry_url', values: [] },
  retryRating: { key: 'retry_rating', values: ['most'] },
  retryPattern: { key: 'retry_pattern', values: [] },
  retryPatternExample: { key: 'retry_pattern_example', values: ['example'] },
};
