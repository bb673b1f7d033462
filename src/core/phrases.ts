import type { AnswerPhrases } from './answers/phrases.js';

/** What the server itself says, in one language. A workspace may replace any of them under `texts:`. */
export interface PhraseSet extends AnswerPhrases {
  /** Before what the bot says first; `{{brand}}`. */
  readonly disclosure: string;
  /** The one message after STOP. */
  readonly stopped: string;
  readonly started: string;
  readonly help: string;
  /** Answer to a message that nothing matches; `{{keywords}}` lists what may be written. */
  readonly notUnderstood: string;
  /** Before the questions that an unclear one may have meant. */
  readonly didYouMean: string;
  /** Titles of buttons: of the questions none is meant; a person is wanted. */
  readonly noneOfThese: string;
  readonly askPerson: string;
  /** Opens a list of answers to tap, where the channel has such; 20 characters at most. */
  readonly choose: string;
  readonly retry: string;
  readonly yes: string;
  readonly no: string;
  /** What to expect after a handoff, in office hours; `{{team}}`, `{{within}}`. */
  readonly handoffOpen: string;
  /** … in office hours where no time is promised. */
  readonly handoffOpenNoPromise: string;
  /** … outside office hours; `{{opens}}` says when we are back. */
  readonly handoffClosed: string;
  /** Where to go on when a chat is escalated; `{{team}}`, `{{to}}`, `{{reference}}`. */
  readonly escalatedEmail: string;
  readonly escalatedPhone: string;
  /** … to a ticket, before what to expect of the team: `{{reference}}` is the ticket's. */
  readonly escalatedTicket: string;
}

/** Phrase sets by language, the workspace's own words already laid over ours. */
export type Phrases = ReadonlyMap<string, PhraseSet>;
