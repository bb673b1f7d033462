import type { AnswerPhrases } from './phrases.js';

export const englishAnswerPhrases: AnswerPhrases = {
  anythingElse: 'Noted. Anything else?',
  done: 'Done',
  retrySeveral: 'Please choose from these: {{least}} to {{most}} of them.',
  retryYesNo: 'Please answer yes or no.',
  retryLongText: 'Please keep it to {{most}} characters.',
  retryNumber: 'Please write a number, such as 12.',
  retryNumberFrom: 'Please write a number: {{least}} or more.',
  retryNumberUpTo: 'Please write a number: {{most}} or less.',
  retryNumberBetween: 'Please write a number from {{least}} to {{most}}.',
  retryDate: 'Please write a date, such as 3 May or tomorrow.',
  retryDateFrom: 'Please write a date: {{least}} or later.',
  retryDateUpTo: 'Please write a date: {{most}} or earlier.',
  retryDateBetween: 'Please write a date from {{least}} to {{most}}.',
  retryEmail: 'Please write an e-mail address, such as name@example.com.',
  retryPhone: 'Please write a phone number with its country code, such as {{example}}.',
  retryUrl: 'Please write a web address, such as example.com.',
  retryRating: 'Please choose from 1 to {{most}}.',
  retryPattern: 'That does not look right. Please check it.',
  retryPatternExample: 'Please write it like this: {{example}}',
};
