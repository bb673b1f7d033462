import type { Finding } from './finding.js';

/** What can be wrong with faq.yaml. */
export const faqFindings = {
  'misplaced-faq': {
    severity: 'error',
    title: 'A faq.yaml in a folder of its own',
    explanation:
      'A workspace has one faq.yaml, beside its workspace.yaml, since a question may be asked anywhere.',
    example: '# flows/spring/faq.yaml',
    mend: 'Move its questions into the one beside workspace.yaml.',
  },
  'duplicate-question': {
    severity: 'error',
    title: 'Two questions with one id',
    explanation: 'Messages and counts name a question by its id, so they could not be told apart.',
    example: `questions:
  - { id: delivery, ask: When does it come?, answer: Tomorrow. }
  - { id: delivery, ask: What does sending cost?, answer: Nothing. }`,
    mend: 'Give one of the two another id, or make them one question with more phrasings.',
  },
  'answer-or-flow': {
    severity: 'error',
    title: 'A question with no answer, or with two',
    explanation: 'A question is answered by a text, or by a flow that it starts; never by both.',
    example: '- { ask: What does it cost?, answer: It depends., flow: pricing }',
    mend: 'Keep the `answer` or the `flow`. A flow can say the answer too.',
  },
  'link-without-answer': {
    severity: 'error',
    title: 'A link under a flow',
    explanation: 'The link of a question stands under its answer. A flow says its own links.',
    example: '- { ask: What does it cost?, flow: pricing, link: prices }',
    mend: 'Take it away, or let the flow say it with `link`.',
  },
  'answer-not-here': {
    severity: 'error',
    title: 'An answer of a flow in the FAQ',
    explanation:
      'A question may be asked in the middle of any flow, or outside, so nothing is known of answers.',
    example: 'answer: Good luck with {{answer.project}}!',
    mend: 'Remember the answer with `set` in the flow, and show it as {{contact.project or "it"}}.',
  },
  'blank-phrasing': {
    severity: 'error',
    title: 'A phrasing without a word',
    explanation:
      'Case, accents, punctuation and emoji do not matter when messages are compared: nothing is left.',
    example: 'ask: ["???"]',
    mend: 'Write how people ask, in words.',
  },
  'long-phrasing': {
    severity: 'error',
    title: 'A phrasing that nobody would repeat',
    explanation: 'Questions are recognised by how they are asked, which takes a sentence.',
    example: 'ask: "I bought from you three years ago and …"',
    mend: 'Shorten it to the question in it.',
  },
  'shared-phrasing': {
    severity: 'error',
    title: 'One phrasing for two questions',
    explanation: 'A message asks one question: which of the two is meant could not be told.',
    example: `- { ask: How long does it take?, answer: Six weeks. }
- { ask: How long does it take?, answer: Two days. }`,
    mend: 'Leave it with one of them, and say the other more exactly.',
  },
  'repeated-phrasing': {
    severity: 'warning',
    title: 'A phrasing that stands there already',
    explanation: 'Case, accents and punctuation do not matter, so the second one adds nothing.',
    example: 'ask: [How long?, "How long"]',
    mend: 'Write another way in which people ask.',
  },
  'phrasing-unheard': {
    severity: 'warning',
    title: 'A phrasing that something else hears first',
    explanation: 'Commands such as HELP, and the keywords of flows, go before the FAQ.',
    example: 'ask: [pricing]',
    mend: 'Leave it out, or take the keyword away from the flow.',
  },
  'phrasing-overlap': {
    severity: 'warning',
    title: 'A phrasing with a keyword in it',
    explanation:
      'A flow starts wherever its contained keyword is said. The very words of the phrasing are still answered here, but hardly anybody uses them.',
    example: '# with `keyword: { contains: how much }` in pricing.yaml\nask: [How much is a logo?]',
    mend: 'Say it without the keyword, or answer with that flow.',
  },
  'never-valid': {
    severity: 'error',
    title: 'It ends before it begins',
    explanation: 'Both days count, so a question of one day has it twice.',
    example: `from: 2026-12-24
until: 2026-01-06`,
    mend: 'Correct the year, or change the two.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
