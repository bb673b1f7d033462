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
    mend: 'Choose another keyword in one of the two, or give one a priority: the lower number goes first.',
  },
  'keyword-overlap': {
    severity: 'warning',
    title: 'A message that would start two flows',
    explanation:
      'It fits triggers of two kinds, of which one always goes first: the whole message before a part of it, and so on.',
    example: '- keyword: { contains: guide }',
    mend: 'Choose another word in one of the two; or, if that is meant, say so by a priority of the one that goes first.',
  },
  'two-ways': {
    severity: 'error',
    title: 'A keyword that is met in two ways',
    explanation:
      'One line says one way in which its keywords are met: anywhere, at the beginning, nearly, or by a pattern.',
    example: '- keyword: { near: guide, contains: price }',
    mend: 'Write a line for each way.',
  },
  'near-stop-word': {
    severity: 'error',
    title: 'A keyword that is one slip away from a stop word',
    explanation: 'Who slips on a word that ends all messages must not land in a flow.',
    example: '- keyword: { near: cancal }',
    mend: 'Write it as a keyword that is met only as it stands, or choose another.',
  },
  'short-near-word': {
    severity: 'warning',
    title: 'A keyword too short for slips',
    explanation: 'In a word of fewer than five letters one slip makes another word, so none is forgiven.',
    example: '- keyword: { near: tips }',
    mend: 'Write it as a plain keyword.',
  },
  'loose-pattern': {
    severity: 'warning',
    title: 'A pattern that hardly says anything',
    explanation: 'What nothing at all fits is fitted by most messages too.',
    example: '- keyword: { pattern: ".*" }',
    mend: 'Say what must stand in the message.',
  },
  'accent-in-pattern': {
    severity: 'error',
    title: 'A pattern with a letter that is never met',
    explanation: 'Accents are taken off a message before it is compared.',
    example: '- keyword: { pattern: "café .+" }',
    mend: 'Write the letter without its accent.',
  },
  'too-many-patterns': {
    severity: 'error',
    title: 'Too many patterns',
    explanation:
      'Patterns are tried one after the other when no other keyword is met, so a workspace may have only so many.',
    example: '- keyword: { pattern: "order [0-9]+" }',
    mend: 'Use contains or near, or join some patterns with |.',
  },
  'too-many-ice-breakers': {
    severity: 'error',
    title: 'Too many ice breakers',
    explanation: 'The platform shows four questions to people who open the chat for the first time.',
    example: '- ice_breaker: [A, B, C, D, E]',
    mend: 'Keep the four that most people need.',
  },
  'too-many-menu-entries': {
    severity: 'error',
    title: 'Too many menu entries',
    explanation: 'The platform takes only so many.',
    example: '- menu: (a list of thirty)',
    mend: 'Keep those that people use.',
  },
  'long-button-title': {
    severity: 'error',
    title: 'An ice breaker or a menu entry that is too long',
    explanation: 'The platform refuses it.',
    example: '- menu: Talk to somebody of our friendly team',
    mend: 'Shorten it.',
  },
  'long-public-reply': {
    severity: 'error',
    title: 'A public reply that is too long',
    explanation: 'It stands under a comment, where everybody reads it.',
    example: 'reply_publicly: (400 characters)',
    mend: 'Shorten it; what matters is in the private reply.',
  },
  'foreign-language': {
    severity: 'error',
    title: 'A language that the workspace does not speak',
    explanation: 'Only the languages in workspace.yaml are known of contacts.',
    example: '- keyword: cadeau\n  language: fr',
    mend: 'Add it to the languages there, or leave the line out.',
  },
  'comment-says-too-much': {
    severity: 'warning',
    title: 'More than one message after a comment',
    explanation:
      'One private reply is all that may be sent after a comment, until the contact answers; the rest is not sent.',
    example:
      'start: [{ comment: guide }]\nsteps:\n  - say: Here is the guide.\n  - ask: What are you working on?',
    mend: 'Say it in one message with the question, or put it behind a question.',
  },
  'start-never-given': {
    severity: 'warning',
    title: 'A start that no account can give',
    explanation:
      'Stories are on Instagram, comments are answered on Instagram and Messenger, ice breakers stand there too, and a menu also on Telegram. Where the workspace has no such account, nobody can start the flow in this way.',
    example: '# all accounts are on whatsapp\nstart: [{ comment: guide }]',
    mend: 'Connect an account on a channel that has it, or remove the line.',
  },
  'unknown-outcome': {
    severity: 'warning',
    title: 'An outcome that no flow reaches',
    explanation: 'A flow that follows it starts only when it is reported from outside.',
    example: '- after: { outcome: deliverd, wait: 2h }',
    mend: 'Correct the name, unless a shop or a booking system reports it.',
  },
  'late-follow-up': {
    severity: 'warning',
    title: 'A follow-up outside of the reply window',
    explanation:
      'By then a channel of the workspace allows no message, unless the contact has written again.',
    example: '- after: { outcome: delivered, wait: 3d }',
    mend: 'Shorten the wait, or put what it says under a condition on the reply window.',
  },
  'endless-follow-up': {
    severity: 'error',
    title: 'A follow-up that follows itself',
    explanation: 'It reaches the outcome that starts it again, and so it would never end.',
    example: 'start: [{ after: { outcome: asked, wait: 2d } }]\nsteps:\n  - outcome: asked',
    mend: 'Give its outcome another name.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
