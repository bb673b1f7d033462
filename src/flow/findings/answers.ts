import type { Finding } from './finding.js';

/** What can be wrong with what a question takes for an answer, and with what an answer is compared with. */
export const answerFindings = {
  'option-not-here': {
    severity: 'error',
    title: 'An option that does not go with the kind of answer',
    explanation: 'Each `kind` of answer has options of its own; this one would change nothing here.',
    example: `- ask: Where may we write to you?
  kind: email
  at_least: 1`,
    mend: 'Take the option out, or give the question a kind that it goes with.',
  },
  'impossible-range': {
    severity: 'error',
    title: 'A range in which nothing lies',
    explanation: 'No answer can be at least the one and at most the other, so nobody could answer.',
    example: `kind: number
at_least: 10
at_most: 1`,
    mend: 'Exchange the two, or take one of them out.',
  },
  'several-without-choices': {
    severity: 'error',
    title: 'Several of no choices',
    explanation: 'With `kind: several` the contact chooses several of the choices of the question.',
    example: `- ask: What are you interested in?
  kind: several`,
    mend: 'List what can be chosen under `choices`.',
  },
  'branch-not-here': {
    severity: 'error',
    title: 'Steps of a choice where several may be chosen',
    explanation: 'Who chooses several would have to go several ways at once.',
    example: `kind: several
choices:
  - title: Shipping
    then:
      - handoff: any`,
    mend: 'Look at the answer in a step below: if: { answer.topics: { includes: Shipping } }.',
  },
  'comma-in-value': {
    severity: 'error',
    title: 'A choice with a comma where several may be chosen',
    explanation: 'The choices that are taken are kept as one text with commas between them.',
    example: `kind: several
choices: [Bags, "Shirts, trousers"]`,
    mend: 'Give the choice a value without a comma: { title: "Shirts, trousers", value: clothes }.',
  },
  'unknown-country': {
    severity: 'error',
    title: 'A country that telephone numbers do not know',
    explanation: 'A number without a country code is read as one of the country that is given.',
    example: `kind: phone
country: Germany`,
    mend: 'Write the two letters of the country, such as DE, GB or US.',
  },
  'bad-example': {
    severity: 'error',
    title: 'An example that its own pattern refuses',
    explanation: 'The example is shown to those whose answer does not fit; theirs would not fit either.',
    example: `pattern: "[A-Z]{2}[0-9]{4}"
example: A1234`,
    mend: 'Write an example that fits the whole pattern.',
  },
  'long-settle': {
    severity: 'error',
    title: 'A pause that is too long',
    explanation:
      'While more is waited for nothing is said. Longer than 30 seconds looks like a bot that is broken.',
    example: 'settle: 5m',
    mend: 'Write a few seconds: settle: 4s.',
  },
  'settle-not-here': {
    severity: 'error',
    title: 'A pause after an answer that is complete',
    explanation: 'What comes in one breath is joined by `settle`; a choice is a single message.',
    example: `choices: [Yes, No]
settle: 4s`,
    mend: 'Take `settle` out.',
  },
  'unused-retry': {
    severity: 'warning',
    title: 'A retry that is never said',
    explanation:
      'A question that is put three times is missed twice before the last time; further texts have no turn.',
    example: `tries: 2
retry: [Sorry?, Once more, please.]`,
    mend: 'Raise `tries`, or take the last texts out.',
  },
  'test-not-here': {
    severity: 'error',
    title: 'A comparison that this answer cannot be put to',
    explanation: 'Numbers are compared with numbers and dates with dates; the question takes something else.',
    example: `- ask: Where may we write to you?
  kind: email
  save: address
- if: { answer.address: { at_least: 3 } }
  then: end`,
    mend: 'Compare something that the answer can be, or give the question another kind.',
  },
  'never-true': {
    severity: 'error',
    title: 'A comparison that comes out the same every time',
    explanation: 'The question takes no answer for which the comparison holds.',
    example: `- ask: How many are you?
  kind: number
  at_most: 10
  save: people
- if: { answer.people: { more_than: 10 } }
  then: end`,
    mend: 'Compare with something inside of what the question takes.',
  },
  'sensitive-shown': {
    severity: 'warning',
    title: 'A sensitive answer in the open',
    explanation: 'An answer that is `sensitive` is kept for nobody to read; in a text it stands in the open.',
    example: '- say: "You said: {{answer.illness}}"',
    mend: 'Take it out. It may stand in the note of a handoff, be kept by `set`, and be asked for in conditions.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
