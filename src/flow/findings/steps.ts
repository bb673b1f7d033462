import type { Finding } from './finding.js';

/** What can be wrong with a step by itself. */
export const stepFindings = {
  'no-verb': {
    severity: 'error',
    title: 'A step without a verb',
    explanation: 'Each item under `steps` says what to do by its first word: say, ask, handoff.',
    example: '- Hello there!',
    mend: 'Write the verb and a colon before it, as in say: Hello there! If it is meant as a remark, put a # before it.',
  },
  'unknown-verb': {
    severity: 'error',
    title: 'A verb that does not exist',
    explanation: 'The first word of the step is none of the verbs of the flow language.',
    example: '- sya: Hello there!',
    mend: 'Use one of the verbs that are listed. If the line is a text, write say: and the text in quotes.',
  },
  'two-verbs': {
    severity: 'error',
    title: 'A step with two verbs',
    explanation: 'A step does one thing, so that its place in the chat is clear.',
    example: `- say: Hello
  ask: How are you?`,
    mend: 'Give each verb a step of its own, with a dash before it.',
  },
  'too-many-steps': {
    severity: 'error',
    title: 'A flow of more than 1,000 steps',
    explanation: 'Nobody could follow it, and every check walks through all of it.',
    example: '# 1,001 steps',
    mend: 'Split it into several flows; `go` and `run` lead from one to another.',
  },
  'duplicate-id': {
    severity: 'error',
    title: 'Two steps with one id',
    explanation:
      'An `id` names one step of a flow: to go to, and to hold a run in its place when the flow is edited.',
    example: `- say: Hello
  id: greeting
- say: Hello again
  id: greeting`,
    mend: 'Give one of the two another id.',
  },
  'unbalanced-braces': {
    severity: 'error',
    title: 'Braces that do not pair up',
    explanation: 'A placeholder opens with {{ and closes with }}. One of the two is missing or stands twice.',
    example: '- say: Hi {{contact.first_name or "there"}!',
    mend: 'Write the missing brace.',
  },
  'bad-placeholder': {
    severity: 'error',
    title: 'Not a placeholder',
    explanation:
      'Between {{ and }} stands a name with its source, and after `or` a fallback in straight quotes. Nothing is computed there.',
    example: '- say: Hi {{first name}}!',
    mend: 'Write {{contact.first_name or "there"}}.',
  },
  'unknown-source': {
    severity: 'error',
    title: 'A placeholder that does not say where it comes from',
    explanation:
      'Names begin with their source, so that a reader knows where to look: answer., contact., workspace.',
    example: '- say: Hi {{first_name}}!',
    mend: 'Write the source before the name: {{contact.first_name}}.',
  },
  'placeholder-not-here': {
    severity: 'error',
    title: 'A placeholder in a text that takes none',
    explanation: 'The text is shown, compared or kept word for word, so nothing can be filled in.',
    example: 'notice: "One tip a week, {{contact.first_name}}?"',
    mend: 'Write the text without {{ }}.',
  },
  'never-say': {
    severity: 'error',
    title: 'Words that the workspace has sworn off',
    explanation: 'The text contains words that stand under `never_say` in workspace.yaml.',
    example: '- say: Results are guaranteed.',
    mend: 'Say it in other words, or take the words out of `never_say`.',
  },
  'long-text': {
    severity: 'warning',
    title: 'A text longer than one message',
    explanation: 'A channel of the workspace has a limit below this; the text arrives in several messages.',
    example: '- say: (1,200 characters)',
    mend: 'Shorten it, or say it in several steps, cut where you want.',
  },
  'long-title': {
    severity: 'warning',
    title: 'A button title that is cut',
    explanation:
      'A channel shows only so many characters on a button. What is cut off no longer says what it leads to.',
    example: 'choices: [I would like to talk to somebody]',
    mend: 'Shorten the title, and say the rest in the text above.',
  },
  'too-many-choices': {
    severity: 'error',
    title: 'More choices than a channel shows',
    explanation: 'The channel would refuse the message.',
    example: 'choices: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]',
    mend: 'Ask in two steps: first for the kind, then for the one.',
  },
  'long-value': {
    severity: 'error',
    title: 'A choice value that is too long',
    explanation:
      'A tap sends the value back together with the names of its flow and step; platforms limit the whole.',
    example: 'choices: [{ title: Yes, value: (300 characters) }]',
    mend: 'Choose a short value.',
  },
  'blank-choice': {
    severity: 'warning',
    title: 'A choice that cannot be typed',
    explanation:
      'Case, accents, punctuation and emoji do not count when an answer is compared; of this title nothing is left.',
    example: 'choices: ["👍", "👎"]',
    mend: 'Add words that mean it: also: [yes].',
  },
  'duplicate-choice': {
    severity: 'error',
    title: 'Two choices that mean the same words',
    explanation: 'An answer that could be two choices cannot be told apart.',
    example: 'choices: [Shop, shop!]',
    mend: 'Give the choices different titles and different words under `also`.',
  },
  'choice-like-stop': {
    severity: 'warning',
    title: 'A choice that reads like STOP',
    explanation:
      'Who types this title instead of tapping it asks for no more messages, and that is obeyed before anything else.',
    example: 'choices: [Go on, Stop]',
    mend: 'Give the choice another title, such as Not now.',
  },
  'topic-without-notice': {
    severity: 'error',
    title: 'Consent to a topic that has no notice',
    explanation: 'Consent counts for what was shown. A topic without a notice has nothing to agree to.',
    example: '- ask_consent: weekly_tips',
    mend: 'Add a `notice` to the topic in workspace.yaml. It is shown word for word and kept with the answer.',
  },
  'unknown-subject': {
    severity: 'error',
    title: 'A condition looks at something unknown',
    explanation:
      'A condition looks at answers, the contact, tags, consent, the channel, the reply window or office hours.',
    example: '- if: { project: shop }',
    mend: 'Write the source before the name: answer.project.',
  },
  'blank-value': {
    severity: 'error',
    title: 'A value of which nothing is compared',
    explanation:
      'Case, accents, punctuation and emoji do not count when texts are compared; of this one nothing is left.',
    example: 'answer.mood: "🙂"',
    mend: 'Write a word.',
  },
  'one-way': {
    severity: 'error',
    title: 'A split with fewer than two ways',
    explanation: 'A split compares ways with each other; one alone has nothing to be compared with.',
    example: `- split: offer_test
  ways: { short: {} }`,
    mend: 'Add a way; one without steps of its own is one too: control: {}.',
  },
  'bad-moment': {
    severity: 'error',
    title: 'A wait until no moment',
    explanation:
      'A wait ends at a time of the day or the week, when office hours begin, or on a day that is known by then.',
    example: 'wait: { until: soon }',
    mend: 'Write until: "tue 10:00", "18:00", office_hours, answer.<name>, contact.<field> or "2026-12-24".',
  },
  'bad-time': {
    severity: 'error',
    title: 'Not a time of day',
    explanation: 'A time of day is written in hours and minutes, in quotes, by the clock of the workspace.',
    example: 'wait: { until: answer.day, at: noon }',
    mend: 'Write at: "12:00".',
  },
} as const satisfies Readonly<Record<string, Finding>>;
