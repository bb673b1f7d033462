import type { SendFailed } from '../../core/engine-event.js';
import type { SendErrorClass } from '../channel.js';
import type { ErrorMeaning, MeaningOf } from '../meta/error-table.js';

type Rule = readonly [codes: readonly number[], meaning: ErrorMeaning];

const minute = 60_000;
const hour = 60 * minute;

const contact = (
  errorClass: SendErrorClass,
  explanation: string,
  more: Omit<Partial<ErrorMeaning>, 'class' | 'scope' | 'explanation'> = {},
): ErrorMeaning => ({ class: errorClass, scope: 'contact', explanation, ...more });

const account = (
  errorClass: SendErrorClass,
  explanation: string,
  more: Omit<Partial<ErrorMeaning>, 'class' | 'scope' | 'explanation'> = {},
): ErrorMeaning => ({ ...contact(errorClass, explanation, more), scope: 'account' });

const setUp = (explanation: string): ErrorMeaning =>
  account('auth', explanation, { alert: 'account_changed' });

const template = (explanation: string): ErrorMeaning =>
  contact('invalid', explanation, { alert: 'template_changed' });

const signedOut = account(
  'auth',
  'WhatsApp no longer accepts the access token of this account: it has expired, was revoked, or may not send.',
);

const refused = contact('invalid', 'WhatsApp refused the content of the message.');

/** Source: Meta, WhatsApp Cloud API, "Error codes" (platforms reference §9.2). */
const rules: readonly Rule[] = [
  [[4], { ...account('throttle', 'The app has used up the calls it is allowed to make.'), scope: 'app' }],
  [[80007, 130429], account('throttle', 'WhatsApp asks us to send more slowly from this number.')],
  [[131056], contact('throttle', 'WhatsApp asks us to send more slowly to this contact.')],
  [
    [131048],
    account('throttle', 'WhatsApp holds this number back for hours: too many contacts reported it as spam.', {
      retryAfter: 2 * hour,
      alert: 'quality_changed',
    }),
  ],
  [
    [133016],
    account('throttle', 'The number was registered too often; WhatsApp lets it be for a while.', {
      retryAfter: hour,
      alert: 'account_changed',
    }),
  ],
  [
    [1, 2, 131000, 131016, 131057, 133004],
    contact('retry', 'WhatsApp had a passing fault and did not take the message.'),
  ],
  [[131047], contact('window', 'The contact last wrote longer ago than WhatsApp lets us answer freely.')],
  [
    [131050],
    contact('marketing_optout', 'The contact has stopped marketing messages in WhatsApp’s own settings.'),
  ],
  [
    [131049],
    contact(
      'withheld',
      'WhatsApp withheld the message: the contact gets enough marketing messages for a day.',
    ),
  ],
  [[130472], contact('withheld', 'WhatsApp withheld the message: the contact is part of its experiment.')],
  [
    [131026],
    contact('unreachable', 'The contact cannot get it: not on WhatsApp, an old app, or terms not accepted.'),
  ],
  [[131021], contact('invalid', 'The message was addressed to our own number.')],
  [[0, 3, 10, 190, 131005], signedOut],
  [
    [368, 131031],
    account('policy', 'WhatsApp has blocked sending for breaking its policies.', {
      alert: 'policy_enforced',
    }),
  ],
  [
    [130497],
    account('policy', 'WhatsApp does not let this business write to the contact’s country.', {
      alert: 'account_changed',
    }),
  ],
  [[131037], setUp('The display name of the number is not approved yet.')],
  [[131042], setUp('The payment for WhatsApp messages is not in order.')],
  [[131045, 133010], setUp('The number is not registered with the WhatsApp Cloud API.')],
  [[133000], setUp('An earlier registration of the number was not undone.')],
  [[134011], setUp('The terms of WhatsApp payments have not been accepted.')],
  [[33, 100, 131008, 131009, 131051, 131055, 134100, 135000], refused],
  [
    [131062],
    contact('invalid', 'This kind of message needs the contact’s phone number, which we do not have.'),
  ],
  [[131052], contact('invalid', 'WhatsApp could not give out a file that was sent to us.')],
  [
    [131053],
    contact('retry', 'WhatsApp could not fetch the file that we sent, or does not take its kind.', {
      mostTries: 3,
    }),
  ],
  [[132000], template('The template has another number of gaps than we filled.')],
  [[132001], template('There is no approved template by this name in this language.')],
  [[132005], template('The template became too long with what filled its gaps.')],
  [[132007], template('WhatsApp refused the template for what its text says.')],
  [[132012], template('What filled the template’s gaps is not of the kind that they need.')],
  [[132015], template('WhatsApp has paused the template for its low quality.')],
  [[132016], template('WhatsApp has disabled the template for its low quality.')],
  [[132068, 132069], template('The form behind the template is blocked or held back.')],
  [
    [134101],
    contact('retry', 'WhatsApp is still spreading a change of the template.', { retryAfter: 10 * minute }),
  ],
  [[134102], template('The template cannot be sent as a marketing message.')],
];

const meanings: ReadonlyMap<number, ErrorMeaning> = new Map(
  rules.flatMap(([codes, meaning]) => codes.map((code) => [code, meaning] as const)),
);

/** 200–299: permissions that the token lacks. */
const isPermission = (code: number): boolean => code >= 200 && code < 300;

/** What a code means; undefined: it is not in the table. Subcodes mean nothing here (platforms reference §2.7). */
export const meaningOf: MeaningOf = (code) => (isPermission(code) ? signedOut : meanings.get(code));

/** The end of a message of which a status says, minutes later, that it failed: nothing is tried again. */
export function failureOf(code: number | null): SendFailed['failure'] {
  const errorClass = code === null ? undefined : meaningOf(code, null)?.class;
  switch (errorClass) {
    case undefined:
    case 'retry':
    case 'throttle':
    case 'unknown':
      return 'retries_exhausted';
    default:
      return errorClass;
  }
}

/** In words for people, without anything of the contact's. */
export function describeFailure(code: number | null): string {
  if (code === null) return 'WhatsApp could not deliver the message and does not say why.';
  const explanation = meaningOf(code, null)?.explanation ?? 'WhatsApp could not deliver the message.';
  return `${explanation} (code ${String(code)})`;
}
