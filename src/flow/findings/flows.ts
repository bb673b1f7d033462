import type { Finding } from './finding.js';

/** What shows when a flow, or all flows of a workspace, are looked at as a whole. */
export const flowFindings = {
  'file-name': {
    severity: 'warning',
    title: 'A flow in a file of another name',
    explanation: 'A flow is looked for in the file of its name.',
    example: '# in hello.yaml\nflow: guide',
    mend: 'Call the file by the name of the flow.',
  },
  'duplicate-flow': {
    severity: 'error',
    title: 'Two flows with one name',
    explanation: 'A name must lead to one flow; the second would never be found.',
    example: 'flow: guide',
    mend: 'Give one of the two another name.',
  },
  'never-started': {
    severity: 'warning',
    title: 'A flow that nothing starts',
    explanation: 'It has no `start`, and no other flow leads to it. Nobody will ever see it.',
    example: `flow: guide
steps:
  - say: Hello`,
    mend: 'Give it a `start`, or lead to it from another flow with `go` or `run`.',
  },
  'unknown-step': {
    severity: 'error',
    title: 'A step that does not exist',
    explanation: 'No step of this flow has that id.',
    example: '- go: projekt',
    mend: 'Write the id of a step, or give the step that is meant this id.',
  },
  'unknown-flow': {
    severity: 'error',
    title: 'A flow that does not exist',
    explanation: 'No file of this workspace holds a flow of that name.',
    example: '- run: qualifi',
    mend: 'Write the name of a flow, or add the flow.',
  },
  'unknown-answer': {
    severity: 'error',
    title: 'An answer that nobody gave',
    explanation: 'No question before this step saves an answer under that name.',
    example: '- say: Good luck with {{answer.projekt}}!',
    mend: 'Write the name under which the question saves, or add `save` to the question.',
  },
  'answer-may-be-missing': {
    severity: 'warning',
    title: 'An answer that is not always there',
    explanation: 'On one way to this step the question was not asked. The text would have a hole in it.',
    example: '- say: Good luck with {{answer.project}}!',
    mend: 'Say what to show then: {{answer.project or "your work"}}.',
  },
  'unknown-choice': {
    severity: 'error',
    title: 'Compared with what is no choice',
    explanation: 'The question has choices and this is none of them, so the condition never holds.',
    example: '- if: { answer.size: huge }',
    mend: 'Compare with the value of one of the choices.',
  },
  'unknown-field': {
    severity: 'warning',
    title: 'A field of the contact that nothing fills',
    explanation: 'No flow of this workspace sets it, so it will be empty.',
    example: '- say: Greetings to {{contact.ctiy}}!',
    mend: 'Correct the name, or `set` the field in a flow.',
  },
  'unreachable-step': {
    severity: 'error',
    title: 'A step that no way leads to',
    explanation: 'The step before it ends the flow or leads elsewhere.',
    example: `- end
- say: Goodbye!`,
    mend: 'Remove the step, move it up, or give it an id and `go` to it.',
  },
  'dead-end': {
    severity: 'warning',
    title: 'A run can end with nothing achieved',
    explanation:
      'The steps run out before an outcome, a handoff or an end. A person will have to take it up.',
    example: `steps:
  - say: Hello`,
    mend: 'Add an `outcome` to count, a `handoff`, or `end` if that is meant.',
  },
  'endless-loop': {
    severity: 'error',
    title: 'A loop in which nobody is asked',
    explanation: 'The run would go round for ever without waiting for anybody.',
    example: `- say: Hello
  id: again
- go: again`,
    mend: 'Put a question into the loop, or let it lead elsewhere.',
  },
  'no-way-out': {
    severity: 'error',
    title: 'Someone who is silent is asked for ever',
    explanation: 'The way that is taken when nobody answers comes back to the question.',
    example: `- ask: How are you?
  id: mood
  within: 1h
  otherwise:
    - go: mood`,
    mend: 'Let `otherwise` come to an end: `end`, a handoff, or a last message.',
  },
  'endless-run': {
    severity: 'error',
    title: 'A flow that runs itself',
    explanation: 'The flow would wait for itself to end.',
    example: '# in guide.yaml\n- run: guide',
    mend: 'Use `go: { flow: … }` where nothing is left to do afterwards.',
  },
  'outside-window': {
    severity: 'error',
    title: 'Said after the reply window has closed',
    explanation:
      'The channel lets a business write freely only for a time after the last message from the contact.',
    example: 'within: 3d',
    mend: 'Shorten `within`, or put what is said under `if: { reply_window: open }`.',
  },
  'split-differs': {
    severity: 'warning',
    title: 'One split with different ways',
    explanation:
      'Splits of one name keep a contact on one way in every flow. Where the ways differ, who comes to both is drawn anew.',
    example: `- split: offer_test
  ways: { short: {}, longer: {} }`,
    mend: 'Give both the same ways, or one of them another name.',
  },
  'missing-id': {
    severity: 'warning',
    title: 'A waiting step without an id in a flow that migrates',
    explanation:
      'With `on_edit: migrate` runs move over to an edited flow by the ids of their steps. A step that is only known by its number loses those who wait there as soon as a line above it is added.',
    example: `on_edit: migrate
steps:
  - ask: What are you working on?`,
    mend: 'Give the step an `id`. `npx heyword check --fix` writes it.',
  },
  'unknown-input': {
    severity: 'error',
    title: 'An input that the other flow does not take',
    explanation: 'A flow that is run reads only what it declares as its `inputs`: this would be lost.',
    example: `- run: booking
  with: { nmae: "{{answer.name}}" }`,
    mend: 'Write the name of one of its inputs, or declare this one there.',
  },
  'missing-input': {
    severity: 'error',
    title: 'An input that is not given',
    explanation:
      'A flow counts on its inputs from its first step. Only `run` gives any: a flow that is gone to begins with nothing.',
    example: '- run: booking',
    mend: 'Run the flow, and give it each of its inputs under `with`.',
  },
  'unknown-result': {
    severity: 'error',
    title: 'A result that the other flow does not have',
    explanation:
      'Results are answers that the other flow saves; none of its questions saves one of this name.',
    example: `- run: booking
  save: [dya]`,
    mend: 'Write the name of an answer of that flow, or save one there.',
  },
  'unreached-outcome': {
    severity: 'error',
    title: 'A condition on an outcome that no flow reaches',
    explanation:
      'A condition asks whether this run has reached an outcome that no flow of the workspace records: it never holds.',
    example: `- if: { outcome.deliverd: "yes" }
  then: [{ say: Enjoy! }]`,
    mend: 'Write the name as it stands at the `outcome` step.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
