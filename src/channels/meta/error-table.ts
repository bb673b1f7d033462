import type { AccountNotice, SendErrorClass } from '../channel.js';

/** What an error of the Send API means for the message, and for those behind it. */
export interface ErrorMeaning {
  readonly class: SendErrorClass;
  /** Which sends a throttle holds back. */
  readonly scope: 'contact' | 'account' | 'app';
  /** For people. */
  readonly explanation: string;
  /** The most tries that are worth it; left out: as many as any. */
  readonly mostTries?: number;
  /** How long to wait at least, where the code itself says so, ms. */
  readonly retryAfter?: number;
  /** It is about more than the message: the operator hears of it in this way. */
  readonly alert?: AccountNotice['kind'];
}

/** What a platform means by a code and its subcode; undefined: it is not known. */
export type MeaningOf = (code: number, subcode: number | null) => ErrorMeaning | undefined;

interface ErrorRule {
  /** null: whatever the code, the subcode says it all. */
  readonly code: number | null;
  /** null: whatever the subcode. */
  readonly subcode: number | null;
  readonly meaning: ErrorMeaning;
}

const meaning = (
  errorClass: SendErrorClass,
  explanation: string,
  scope: ErrorMeaning['scope'] = 'account',
): ErrorMeaning => ({ class: errorClass, scope, explanation });

const slowDown = meaning(
  'throttle',
  'The platform asks us to send more slowly: the allowed number of calls is used up.',
);
const slowDownAll = meaning(
  'throttle',
  'The platform asks the whole app to call more slowly: the allowed number of calls is used up.',
  'app',
);
const slowDownHere = meaning(
  'throttle',
  'The platform asks us to send more slowly to this contact.',
  'contact',
);
/** It can also mean a contact who has blocked us: it is tried again three times, no more. */
const passing: ErrorMeaning = {
  ...meaning('retry', 'The platform had a passing fault and did not take the message.', 'contact'),
  mostTries: 4,
};
const maybeSent = meaning(
  'unknown',
  'The platform reported a fault of its own after it may have sent the message.',
  'contact',
);
const windowClosed = meaning(
  'window',
  'The contact last wrote longer ago than the platform lets us answer freely.',
  'contact',
);
const notListening = meaning(
  'unreachable',
  'The contact has blocked us, switched messages off, or closed their account.',
  'contact',
);
const nobody = meaning('unreachable', 'The platform knows no contact by this id.', 'contact');
const notNow = meaning('unreachable', 'The contact cannot receive messages at present.', 'contact');
const repliedBefore = meaning(
  'invalid',
  'The one private reply that a comment allows has been used or is not allowed here.',
  'contact',
);
const refused = meaning('invalid', 'The platform refused the content of the message.', 'contact');
const commentGone = meaning(
  'invalid',
  'The comment is not there any more, or cannot be answered.',
  'contact',
);
const commentsNotPermitted = meaning(
  'invalid',
  'The app lacks the permission to answer comments of this account.',
  'contact',
);
const signedOut = meaning(
  'auth',
  'The platform no longer accepts the access token of this account: it has expired or was revoked.',
);
const notPermitted = meaning('auth', 'The app lacks the permission to send messages for this account.');
const blocked = meaning('policy', 'The platform has blocked sending for breaking its policies.');

const rule = (code: number | null, subcode: number | null, means: ErrorMeaning): ErrorRule => ({
  code,
  subcode,
  meaning: means,
});

/** Source: Meta, "Messenger Platform: error codes", and what Instagram adds (platforms reference §9.1). */
const rules: readonly ErrorRule[] = [
  rule(4, null, slowDownAll),
  ...[17, 32, 613, 80001, 80002, 80006].map((code) => rule(code, null, slowDown)),
  rule(4, 2018022, slowDownHere),
  rule(613, 1893016, slowDownHere),
  rule(1200, null, passing),
  rule(2, null, passing),
  rule(1, 99, passing),
  rule(null, 1545133, passing),
  rule(1, null, maybeSent),
  rule(1, 1357046, maybeSent),
  rule(20, 1772107, maybeSent),
  rule(null, 2018278, windowClosed),
  rule(null, 2534022, windowClosed),
  rule(551, null, notListening),
  rule(null, 1545041, notListening),
  rule(100, 2018001, nobody),
  rule(100, 33, nobody),
  rule(null, 2534014, nobody),
  rule(null, 2018108, notNow),
  rule(null, 2534025, repliedBefore),
  rule(null, 2534013, repliedBefore),
  rule(100, null, refused),
  rule(null, 2018109, refused),
  ...[190, 102, 467].map((code) => rule(code, null, signedOut)),
  ...[3, 10, 200, 230].map((code) => rule(code, null, notPermitted)),
  rule(368, null, blocked),
];

const meanings: ReadonlyMap<string, ErrorMeaning> = new Map(
  rules.map(({ code, subcode, meaning: means }) => [keyOf(code, subcode), means]),
);

/** What the platform means by a code and its subcode, the most exact rule first; undefined: not in the table. */
export const meaningOf: MeaningOf = (code, subcode) => {
  const exact =
    subcode === null ? undefined : (meanings.get(keyOf(code, subcode)) ?? meanings.get(keyOf(null, subcode)));
  return exact ?? meanings.get(keyOf(code, null));
};

/** The same for a private reply: what is not there is the comment, which says nothing about its author. */
export const meaningForPrivateReply: MeaningOf = (code, subcode) =>
  code === 100 && subcode === 33 ? commentGone : meaningOf(code, subcode);

/**
 * The same for an answer in public. Nobody is written to, so that nobody is out of reach; and the permission to answer
 * comments is one of its own, without which messages still go out.
 */
export const meaningForPublicReply: MeaningOf = (code, subcode) => {
  const means = meaningOf(code, subcode);
  if (means === notPermitted) return commentsNotPermitted;
  return means?.class === 'unreachable' || means?.class === 'window' ? commentGone : means;
};

function keyOf(code: number | null, subcode: number | null): string {
  return `${code ?? 'any'}/${subcode ?? 'any'}`;
}
