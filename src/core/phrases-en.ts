import { englishAnswerPhrases } from './answers/phrases-en.js';
import type { PhraseSet } from './phrases.js';

export const englishPhrases: PhraseSet = {
  ...englishAnswerPhrases,
  disclosure: 'You are chatting with the automatic assistant of {{brand}}.',
  stopped: 'You are unsubscribed and will not get any more messages from us. Write START to bring us back.',
  started: 'Welcome back! We can answer you again. Write STOP at any time to end.',
  help: 'This is the automatic assistant of {{brand}}. Write AGENT to reach a person, or STOP to end all messages.',
  notUnderstood:
    'Sorry, I did not get that. I know these words: {{keywords}}. Write AGENT to reach a person.',
  didYouMean: 'I am not quite sure what you mean. Is it one of these?',
  noneOfThese: 'None of these',
  askPerson: 'Talk to a person',
  choose: 'Choose',
  retry: 'Sorry, I did not get that.',
  yes: 'Yes',
  no: 'No',
  handoffOpen:
    'Someone from {{team}} will answer you right here. We aim to reply within {{within}} of our opening hours.',
  handoffOpenNoPromise: 'Someone from {{team}} will answer you right here, as soon as they can.',
  handoffClosed:
    'Someone from {{team}} will answer you right here. We are closed at the moment and back on {{opens}}.',
  escalatedEmail:
    'Please write to {{to}} and mention {{reference}}: {{team}} can see our chat, so you need not tell it all again.',
  escalatedPhone:
    'Please call {{to}} and mention {{reference}}: {{team}} can see our chat, so you need not tell it all again.',
  escalatedTicket: 'We have opened a ticket for you: {{reference}}.',
};
