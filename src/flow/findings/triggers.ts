import type { Finding } from './finding.js';

/** What can be wrong with what starts a flow. */
export const triggerFindings = {
  'unknown-trigger': {
    severity: 'error',
    title: 'Nothing that can start a flow',
    explanation: 'Each item under `start` begins with a kind of trigger, such as keyword.',
    example: 'start:\n  - keywrod: guide',
    mend: 'Use one of the triggers that are listed.',
  },
  'stop-word': {
    severity: 'error',
    title: 'A keyword that means STOP',
    explanation:
      'Who writes it asks for no more messages, in one of the languages that are heard. STOP always wins.',
    example: '- keyword: unsubscribe',
    mend: 'Choose another keyword.',
  },
  'command-word': {
    severity: 'warning',
    title: 'A keyword that means something already',
    explanation:
      'People write it to ask for help, for a person, or to be written to again; here it starts the flow instead.',
    example: '- keyword: help',
    mend: 'Choose another keyword, unless the flow answers that too.',
  },
  'blank-keyword': {
    severity: 'error',
    title: 'A keyword of which nothing is compared',
    explanation:
      'Case, accents, punctuation and emoji do not count when messages are compared; of this keyword nothing is left.',
    example: '- keyword: "!!!"',
    mend: 'Write a word.',
  },
  'long-keyword': {
    severity: 'error',
    title: 'A keyword that is too long',
    explanation: 'Nobody types it exactly.',
    example: '- keyword: (200 characters)',
    mend: 'Choose a word or two.',
  },
  'bad-ref': {
    severity: 'error',
    title: 'A ref that cannot stand in a link',
    explanation: 'Platforms let a ref have letters, digits and - _ = only.',
    example: '- ref: summer sale',
    mend: 'Write summer_sale.',
  },
  'long-payload': {
    severity: 'error',
    title: 'A postback that is too long',
    explanation: 'Platforms limit what a button sends back.',
    example: '- postback: (1,200 characters)',
    mend: 'Choose a short one.',
  },
  'repeated-start': {
    severity: 'warning',
    title: 'A start that stands twice in one flow',
    explanation: 'The second does nothing.',
    example: '- keyword: [guide, Guide!]',
    mend: 'Remove one of the two.',
  },
  'start-collision': {
    severity: 'error',
    title: 'Two flows start with the same',
    explanation: 'A message can start one flow only.',
    example: '- keyword: guide',
    mend: 'One of the two must give way: choose another keyword.',
  },
  'keyword-overlap': {
    severity: 'warning',
    title: 'One flow has as keyword what another contains',
    explanation: 'As a whole message the word starts the one flow, within a longer message the other.',
    example: '- keyword: { contains: guide }',
    mend: 'Leave it if that is meant; else choose another word in one of the two.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
