import type { Finding } from './finding.js';

/** What can be wrong with a value, in whichever file it stands. */
export const shapeFindings = {
  'unknown-key': {
    severity: 'error',
    title: 'A key that means nothing here',
    explanation:
      'The key is misspelt, belongs to another verb, or stands at the wrong level. It would do nothing.',
    example: `- say: Hello
  links: guide`,
    mend: 'Write one of the keys that are allowed here, or remove the line.',
  },
  'missing-key': {
    severity: 'error',
    title: 'Something is missing',
    explanation: 'A key that must be there is not, or has nothing after its colon.',
    example: `- if: { tag: vip }
  # then: is missing`,
    mend: 'Add the key with its value.',
  },
  'wrong-type': {
    severity: 'error',
    title: 'Another kind of value is expected',
    explanation: 'A text stands where a list belongs, a list where a text belongs, and so on.',
    example: 'steps: Hello',
    mend: 'Write it as the message says. A list has a dash before each item, a mapping has keys with colons.',
  },
  'unquoted-value': {
    severity: 'error',
    title: 'A word that YAML reads as something else',
    explanation: 'To YAML numbers, true, false, null and ~ are no texts.',
    example: '- say: 100',
    mend: 'Put it in quotes.',
  },
  'unknown-word': {
    severity: 'error',
    title: 'Not one of the allowed words',
    explanation: 'Only certain words can stand here.',
    example: 'on_edit: wait',
    mend: 'Choose one of the words that are listed.',
  },
  'empty-list': {
    severity: 'error',
    title: 'An empty list',
    explanation: 'The list needs at least one item to mean anything.',
    example: 'steps: []',
    mend: 'Add an item, or remove the key.',
  },
  'empty-text': {
    severity: 'error',
    title: 'An empty text',
    explanation: 'A text without a single visible character cannot be sent or compared.',
    example: '- say: ""',
    mend: 'Write the text, or remove the line.',
  },
  'bad-name': {
    severity: 'error',
    title: 'Not a name',
    explanation:
      'Names of flows, steps, answers, fields, topics, teams, links and outcomes are used in other lines, in placeholders and in reports, so they are kept simple.',
    example: 'save: Project Name',
    mend: 'Begin with a small letter; go on with small letters, digits and _: project_name.',
  },
  'reserved-name': {
    severity: 'error',
    title: 'A name that is taken',
    explanation: 'The name means something else already, to us or to the machine underneath.',
    example: `teams:
  any: { title: Everybody }`,
    mend: 'Choose another name.',
  },
  'bad-duration': {
    severity: 'error',
    title: 'Not a length of time',
    explanation: 'A length of time is a number and a unit, without a space.',
    example: 'within: a day',
    mend: 'Write 30m, 20h or 2d.',
  },
  'bad-number': {
    severity: 'error',
    title: 'Not a number that is allowed here',
    explanation: 'The number is too large, too small, or not whole.',
    example: 'tries: 100',
    mend: 'Write a number within the limits that the message names.',
  },
  'bad-date': {
    severity: 'error',
    title: 'Not a day of the calendar',
    explanation:
      'A day is written as year, month and day. Where an answer is a day it may also be one that moves along: yesterday, today, tomorrow.',
    example: 'from: 24.12.2026',
    mend: 'Write 2026-12-24.',
  },
  'bad-pattern': {
    severity: 'error',
    title: 'A pattern that cannot be used',
    explanation:
      'Patterns, of answers and of keywords, are regular expressions in RE2 syntax: they always take little time, and have no look-around and no back-references.',
    example: 'pattern: "order ([0-9]+"',
    mend: 'Correct it where the message says that it goes wrong.',
  },
  'secret-in-file': {
    severity: 'error',
    title: 'A secret stands in the file',
    explanation:
      'Files are copied, mailed and kept in repositories. A token, a password or a key in one of them is known to everybody who ever sees it.',
    example: 'token: EAAG1234567890abcdefghij',
    mend: 'Put the secret into the environment and write its name: $INSTAGRAM_TOKEN. Replace the one that stood here.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
