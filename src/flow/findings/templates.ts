import type { Finding } from './finding.js';

/** What can be wrong with templates, and with what is said when the reply window has closed. */
export const templateFindings = {
  'unknown-template': {
    severity: 'error',
    title: 'A template that the workspace does not have',
    explanation:
      'Messages that WhatsApp has approved stand in workspace.yaml under `templates`, as they were approved.',
    example: `- say: Your tip is ready
  outside_window: { template: tip_redy }`,
    mend: 'Correct the name, or add the template there.',
  },
  'template-without-topic': {
    severity: 'error',
    title: 'A marketing template without a topic',
    explanation: 'What promotes something goes to those who have agreed to it, and to nobody else.',
    example: 'templates: { news: { category: marketing, language: en, text: We have news. } }',
    mend: 'Name the topic that people agree to, or let it be a utility template if it promotes nothing.',
  },
  'template-language': {
    severity: 'error',
    title: 'A template whose language cannot be told',
    explanation:
      'A template is approved in each language by itself, under a code such as en_US, and is sent by exactly that code.',
    example: 'language: english',
    mend: 'Write the code as WhatsApp shows it; where there are several texts, one for each.',
  },
  'long-template': {
    severity: 'error',
    title: 'A template that is too long',
    explanation: 'WhatsApp approves bodies of up to 1024 characters.',
    example: 'text: (two pages)',
    mend: 'Write here what was approved.',
  },
  'bad-gap': {
    severity: 'error',
    title: 'Gaps as no approved template has them',
    explanation:
      'The gaps of a template are numbered from 1 on, the same in each language. It neither begins nor ends with one, and there are words between them.',
    example: 'text: "{{1}}, your tip on {{3}} is ready."',
    mend: 'Write here what was approved.',
  },
  'bad-outside-window': {
    severity: 'error',
    title: 'Nothing is said of how it goes out',
    explanation:
      'Where the reply window has closed a text goes out as a template (WhatsApp), or under a topic that the contact has opted in to (Messenger).',
    example: `- say: Your tip is ready
  outside_window: { with: ["{{answer.project}}"] }`,
    mend: 'Name the template, the topic, or both.',
  },
  'wrong-gap-count': {
    severity: 'error',
    title: 'More or fewer texts than the template has gaps',
    explanation: 'Each gap of a template is filled, in order, by a text under `with`.',
    example: `outside_window:
  template: tip_ready # "Hi {{1}}, your tip on {{2}} is ready."
  with: ['{{contact.first_name or "there"}}']`,
    mend: 'Write one text for each gap.',
  },
  'empty-gap': {
    severity: 'error',
    title: 'A gap that may stay empty',
    explanation: 'WhatsApp refuses a template when a gap is filled with nothing.',
    example: `outside_window:
  template: tip_ready
  with: ["{{contact.first_name}}"]`,
    mend: 'Say what stands there when nothing is known: {{contact.first_name or "there"}}.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
