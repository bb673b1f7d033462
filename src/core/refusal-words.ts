import type { Refusal } from './message.js';

const words: Readonly<Record<Refusal, string>> = {
  window_closed:
    'The reply window had closed: the contact has not written for too long to be answered freely.',
  stopped: 'The contact said STOP.',
  owner_changed: 'A person took over the chat, so what the bot still had to say was cancelled.',
  run_ended: 'The flow that wanted to say this had ended.',
  unreachable: 'The contact cannot be reached: they blocked the account, or theirs is gone.',
  account_stopped: 'Sending from this account is stopped until its problem is solved.',
  channel_cannot:
    'This channel cannot do that: answer comments, send templates, or let people answer so late.',
  basis_missing: 'Nothing permitted this message when it was about to leave.',
  no_consent: 'The contact has not agreed to messages about this topic, or does not any more.',
  token_expired: 'The contact’s permission for messages about this topic has run out.',
  comment_gone:
    'The comment that this would have answered is gone or hidden, or asks for no messages by now.',
  comment_answered: 'The comment has had its one private answer already.',
  comment_expired:
    'The comment was older than the platform allows before there was a place for its private answer.',
  erased: 'The contact asked to be forgotten.',
  unreadable: 'What was to be said repeats something confidential, and that could not be read back.',
};

/** Why a message was not sent, in a sentence for marketers and agents. */
export function explainRefusal(refusal: Refusal): string {
  return words[refusal];
}
