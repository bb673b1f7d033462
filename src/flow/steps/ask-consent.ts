import type { FlowAction, Template } from '../../core/flow.js';
import { entryOf } from '../compile/entry.js';
import { choosing, otherwiseWays, patienceBranches, questionState } from '../compile/question-state.js';
import { answerTo } from '../compile/way.js';
import type { AskConsentStep } from '../definition.js';
import { name, oneOrMore, steps } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { patienceShape, readPatience, readTries } from './patience.js';
import { readRetries } from './question-options.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

export const askConsentStep = defineStep({
  verb: 'ask_consent',
  meaning: `Asks whether the contact agrees to a topic of the workspace. The topic's notice is shown word for word,
with yes and no; only a clear yes is a grant, and the consent ledger keeps the notice and the answer. Where the topic has
a \`confirm:\` text, a yes is asked for once more with it, and only the second one is a grant. \`yes\` and
\`no\` are the steps that follow; afterwards the flow goes on below. \`retry\`, \`tries\`, \`within\`, \`otherwise\`
and \`missed\` are those of \`ask\`.`,
  example: `flow: tips
start:
  - keyword: tips
steps:
  - ask_consent: weekly_tips
    yes:
      - say: Lovely. You can say STOP at any time.
      - outcome: subscribed
    no:
      - say: No problem at all.
      - end
    within: 20h
    otherwise: end
`,
  shape: {
    ask_consent: name,
    yes: steps.optional(),
    no: steps.optional(),
    retry: oneOrMore(spoken).optional(),
    ...patienceShape,
  },
  read: (written, step) => {
    const branches = { yes: step.steps('yes', 'yes'), no: step.steps('no', 'no') };
    const patience = readPatience(written, step);
    const tries = readTries(written);
    const retries = readRetries(tries, step);
    const topic = findTopic(written.ask_consent, step);
    if (topic === null) return null;
    const asking = { verb: 'ask_consent', topic, tries, patience } as const;
    const choices = step.vocabulary.consentChoices;
    const first: AskConsentStep = {
      ...asking,
      path: step.path,
      question: { text: inLanguages(topic.notice, topic.notices), choices, ...retries },
      ...branches,
    };
    if (topic.confirm === undefined) return first;
    const path = `${step.path}/confirm`;
    step.implied(path, step.place('ask_consent'));
    const text = inLanguages(topic.confirm, topic.confirms);
    const second = { ...first, path, confirms: first.path, question: { text, choices, ...retries } };
    return { ...first, yes: [second] };
  },
  // Only a clear yes or no changes the ledger: there is no way out for any other answer.
  state: (step, next) =>
    questionState(step, next, [
      choosing('yes', step.yes, next, isConfirmedLater(step) ? [] : record(step, 'granted')),
      choosing('no', step.no, next, record(step, 'refused')),
    ]),
  ways: (step, next) => [
    answerTo(entryOf(step.yes, next), [], 'yes'),
    answerTo(entryOf(step.no, next), [], 'no'),
    ...otherwiseWays(step, next),
  ],
  // What follows a no, and silence, stands under the first question; the second one leads there too.
  branches: ({ yes, no, patience, confirms }) =>
    confirms === undefined ? [yes, no, ...patienceBranches(patience)] : [yes],
  texts: ({ question }) => [question.text, question.retry ?? [], ...(question.laterRetries ?? [])],
  question: ({ question }) => question,
});

function inLanguages(text: string, byLanguage: Readonly<Record<string, string>> | undefined): Template {
  if (byLanguage === undefined) return [text];
  const entries = Object.entries(byLanguage).map(([language, one]) => [language, [one]] as const);
  return [{ byLanguage: Object.fromEntries(entries) }];
}

/** Double opt-in: the yes to the notice is followed by a question of its own. */
function isConfirmedLater({ topic, confirms }: AskConsentStep): boolean {
  return topic.confirm !== undefined && confirms === undefined;
}

function record(
  { path, topic, confirms }: AskConsentStep,
  change: 'granted' | 'refused',
): readonly FlowAction[] {
  const first = confirms === undefined ? {} : { confirms };
  return [{ type: 'recordConsent', params: { step: path, topic, change, ...first } }];
}

function findTopic(topicName: string, step: StepReading) {
  const place = step.place('ask_consent');
  const topic = lookUp(step.vocabulary.topics, topicName, place, step.report);
  if (topic?.notice === '') {
    step.report.error(place, 'topic-without-notice', `The topic "${topicName}" has no notice to agree to.`, {
      hint: 'Add one in workspace.yaml: it is shown word for word and kept with the answer.',
    });
  }
  return topic;
}
