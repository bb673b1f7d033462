import { describe, expect, it } from 'vitest';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import { exploreFlow } from '../../../src/flow/explore/explore.js';
import type { FlawCode } from '../../../src/flow/explore/flaw.js';
import { writeTest } from '../../../src/flow/explore/write-test.js';
import { readFlowFiles } from '../../../src/flow/read-flow-files.js';
import { runTranscript } from '../../../src/flow/transcript/run-transcript.js';
import { ask, end, flow, goToFlow, goToStep, say } from '../compile/definitions.js';
import { plantDecision, plantState, sayingMore, sound, soundFlows, withoutTimers } from './machines.js';
import type { Planted } from './machines.js';

const workspaceFile = 'brand: Studio Nord\nlanguages: [en]\n';

/** Each fault, the code that it must be found by, and how it is planted into a flow that had none. */
const faults: readonly (readonly [string, FlawCode, (definition: FlowDefinition) => Planted])[] = [
  ['a last step that comes to no end', 'stuck-end', (guide) => sound(endless(guide))],
  [
    'a state that waits without a timer',
    'waits-for-ever',
    (guide) => plantState(guide, 'last', withoutTimers),
  ],
  [
    'a question that hears no answer',
    'deaf-answer',
    (guide) => plantState(guide, 'last', (state) => ({ ...state, on: { miss: state.on?.miss ?? [] } })),
  ],
  [
    'a passing step without a way on',
    'endless-walk',
    (guide) => plantState(guide, 'hello', (state) => ({ ...state, on: {} })),
  ],
  [
    'a circle without an answer in between',
    'endless-walk',
    (guide) => sound({ ...guide, steps: [say('a'), say('b'), goToStep('back', 'a'), end('end')] }),
  ],
  ['a flow that is not there', 'run-failed', (guide) => sound(without(guide, goToFlow('leave', 'nowhere')))],
  [
    'a question that asks again whenever its time is up',
    'never-ends',
    (guide) =>
      sound(
        without(
          guide,
          ask('nag', { patience: { within: 3_600_000, otherwise: [goToStep('again', 'nag')] } }),
        ),
      ),
  ],
  [
    'words that come after the reply window',
    'no-basis',
    (guide) =>
      sound(
        without(
          guide,
          ask('patient', { patience: { within: 30 * 3_600_000, otherwise: [say('late'), end('late-end')] } }),
        ),
      ),
  ],
  [
    'a STOP that lets the run go on',
    'stop-ignored',
    (guide) =>
      plantDecision(guide, saysStop, (decision, before) => ({
        ...decision,
        conversation: { ...decision.conversation, run: before.run },
      })),
  ],
  [
    'a STOP that leaves a timer',
    'stop-leaves-timer',
    (guide) =>
      plantDecision(guide, saysStop, (decision) => ({
        ...decision,
        effects: decision.effects.filter(({ kind }) => kind !== 'cancelTimer' && kind !== 'cancelTimers'),
      })),
  ],
  [
    'a STOP that is answered by more than its confirmation',
    'talks-after-stop',
    (guide) => plantDecision(guide, saysStop, (decision) => sayingMore(decision, 'planted')),
  ],
  [
    'a STOP that nobody confirms',
    'stop-unconfirmed',
    (guide) =>
      plantDecision(guide, saysStop, (decision) => ({
        ...decision,
        effects: decision.effects.filter(({ kind }) => kind !== 'sendMessage'),
      })),
  ],
  [
    'a person who is not heeded',
    'person-ignored',
    (guide) =>
      plantDecision(guide, personWrites, (decision, before) => ({ ...decision, conversation: before })),
  ],
  [
    'a person who is talked over',
    'talks-over-person',
    (guide) => plantDecision(guide, personWrites, (decision) => sayingMore(decision, 'planted')),
  ],
];

const saysStop: Parameters<typeof plantDecision>[1] = (event, before) =>
  event.kind === 'messageReceived' && event.text === 'STOP' && before.run !== null;
const personWrites: Parameters<typeof plantDecision>[1] = (event, before) =>
  event.kind === 'messageEchoed' && before.run !== null;

/** Without the end that its author wrote, and with no outcome. */
function endless(guide: FlowDefinition): FlowDefinition {
  return { ...guide, steps: guide.steps.filter(({ verb }) => verb !== 'end' && verb !== 'outcome') };
}

/** With other steps in the place of its last question. */
function without(guide: FlowDefinition, ...others: FlowDefinition['steps']): FlowDefinition {
  return {
    ...guide,
    steps: [...guide.steps.filter(({ path }) => path !== 'last' && path !== 'end'), ...others, end('end')],
  };
}

/** Three machines for each fault: more than forty. */
const planted = faults.flatMap(([fault, code, plant], index) =>
  soundFlows(3, index + 1).map((definition, number) => ({
    title: `${fault}, in machine ${number + 1}`,
    code,
    definition,
    plant,
  })),
);

describe('exploring', () => {
  it('is tried with more than forty planted faults', () => {
    expect(planted.length).toBeGreaterThanOrEqual(40);
  });

  it.each(planted)('finds $title, and shows the chat', ({ code, definition, plant }) => {
    const { workspace, decideEvent } = plant(definition);
    const { flaws, gaps } = exploreFlow(workspace, definition, undefined, decideEvent);
    const flaw = flaws.find((one) => one.code === code);
    if (flaw === undefined) throw new Error(`Found ${flaws.map((one) => one.code).join(', ') || 'nothing'}.`);
    expect(gaps).toEqual([]);

    const file = writeTest('guide', flaw);
    const { workspaces } = readFlowFiles([
      { path: 'workspace.yaml', text: workspaceFile },
      { path: 'guide.test.yaml', text: file },
    ]);
    const [test] = workspaces[0]?.tests[0]?.tests ?? [];
    if (test === undefined) throw new Error(`This is no test:\n${file}`);
    const { failures } = runTranscript(workspace, test, decideEvent);
    const expected = code === 'stuck-end' ? ['Expected no handoff, but the chat was given to a person.'] : [];
    expect(failures.map(({ message }) => message)).toEqual(expected);
  });

  it.each(soundFlows(12, 99).map((definition, number) => ({ number, definition })))(
    'finds nothing in sound machine $number',
    ({ definition }) => {
      const { workspace } = sound(definition);
      const { flaws, gaps, missed } = exploreFlow(workspace, definition);

      expect(flaws.map(({ code, step }) => `${code} at ${step ?? ''}`)).toEqual([]);
      expect(gaps).toEqual([]);
      expect(missed.filter((step) => !step.includes('shop'))).toEqual([]);
    },
  );
});

describe('a flow', () => {
  it('that nothing starts is no proof', () => {
    const alone = flow('guide', [say('hello'), end('end')]);

    expect(exploreFlow(sound(alone).workspace, alone).gaps).toEqual([
      'Nothing starts this flow: it was looked at from others only.',
    ]);
  });

  it('that has more states than may be looked at is no proof', () => {
    const [guide] = soundFlows(1, 3);
    if (guide === undefined) throw new Error('There is no flow.');
    const { gaps } = exploreFlow(sound(guide).workspace, guide, { mostStates: 2, mostOpenings: 1 });

    expect(gaps).toContain('There are more than 2 states; the others were not looked at.');
  });
});
