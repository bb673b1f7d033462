import type { Refusal } from './message.js';

const words: Readonly<Record<Refusal, string>> = {
  window_closed:
    'The reply window had closed: the contact has not written for too long to be answered freely.',
  stopped: 'The contact said STOP.',
  owner_changed: 'A person took over the chat, so what the bot still had to say was cancelled.',
  run_ended: 'The flow that wanted to say this had ended.',
  unreachable: 'The contact cannot be reached: they blocked the account, or theirs is gone.',
  account_stopped: 'Sending from this account is stopped until its problem is solved.',
  channel_cannot: 'Comments cannot be answered on this channel.',
  basis_missing: 'Nothing permitted this message when it was about to leave.',
  erased: 'The contact asked to be forgotten.',
  unreadable: 'What was to be said repeats something confidential, and that could not be read back.',
};

/** Why a message was not sent, in a sentence for marketers and agents. */
export function explainRefusal(refusal: Refusal): string {
  return words[refusal];
}
