/** What the server says of its own about answers; `{{…}}` says what is expected. */
export interface AnswerPhrases {
  /** Asks for more where several choices may be taken, and titles the button that ends it. */
  readonly anythingElse: string;
  readonly done: string;
  readonly retrySeveral: string;
  readonly retryYesNo: string;
  /** `{{most}}` characters. */
  readonly retryLongText: string;
  /** Each with what a number, or a date, has to be between; the first where it may be any. */
  readonly retryNumber: string;
  readonly retryNumberFrom: string;
  readonly retryNumberUpTo: string;
  readonly retryNumberBetween: string;
  readonly retryDate: string;
  readonly retryDateFrom: string;
  readonly retryDateUpTo: string;
  readonly retryDateBetween: string;
  readonly retryEmail: string;
  /** `{{example}}` begins with the code of the expected country. */
  readonly retryPhone: string;
  readonly retryUrl: string;
  readonly retryRating: string;
  readonly retryPattern: string;
  /** … where the author gave an `{{example}}`. */
  readonly retryPatternExample: string;
}
