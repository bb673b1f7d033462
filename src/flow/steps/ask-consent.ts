import type { FlowAction, Template } from '../../core/flow.js';
import type { Topic } from '../../core/resources.js';
import { entryOf } from '../compile/entry.js';
import { choosing, otherwiseWays, patienceBranches, questionState } from '../compile/question-state.js';
import { answerTo } from '../compile/way.js';
import type { AskConsentStep } from '../definition.js';
import { name, steps } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { patienceShape, readPatience, readTries } from './patience.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

export const askConsentStep = defineStep({
  verb: 'ask_consent',
  meaning: `Asks whether the contact agrees to a topic of the workspace. The topic's notice is shown word for word,
with yes and no; only a clear yes is a grant, and the consent ledger keeps the notice and the answer. \`yes\` and
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
    retry: spoken.optional(),
    ...patienceShape,
  },
  read: (written, step) => {
    const branches = { yes: step.steps('yes', 'yes'), no: step.steps('no', 'no') };
    const patience = readPatience(written, step);
    const retry = step.node('retry') === undefined ? null : step.speech('retry');
    const topic = findTopic(written.ask_consent, step);
    if (topic === null) return null;
    return {
      verb: 'ask_consent',
      path: step.path,
      topic,
      question: { text: noticeOf(topic), choices: step.vocabulary.consentChoices, retry },
      ...branches,
      tries: readTries(written),
      patience,
    };
  },
  // Only a clear yes or no changes the ledger: there is no way out for any other answer.
  state: (step, next) =>
    questionState(step, next, [
      choosing('yes', step.yes, next, record(step, 'granted')),
      choosing('no', step.no, next, record(step, 'refused')),
    ]),
  ways: (step, next) => [
    answerTo(entryOf(step.yes, next), [], 'yes'),
    answerTo(entryOf(step.no, next), [], 'no'),
    ...otherwiseWays(step, next),
  ],
  branches: ({ yes, no, patience }) => [yes, no, ...patienceBranches(patience)],
  texts: ({ question }) => [question.text, question.retry ?? []],
  question: ({ question }) => question,
});

function noticeOf({ notice, notices }: Topic): Template {
  if (notices === undefined) return [notice];
  const entries = Object.entries(notices).map(([language, text]) => [language, [text]] as const);
  return [{ byLanguage: Object.fromEntries(entries) }];
}

function record({ path, topic }: AskConsentStep, change: 'granted' | 'refused'): readonly FlowAction[] {
  return [{ type: 'recordConsent', params: { step: path, topic, change } }];
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
