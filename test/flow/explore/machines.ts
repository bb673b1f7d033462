import fc from 'fast-check';
import type { Decision } from '../../../src/core/decision.js';
import { decide } from '../../../src/core/decide.js';
import type { OutgoingMessage } from '../../../src/core/message.js';
import type { Flow } from '../../../src/core/flow.js';
import type { Workspace } from '../../../src/core/workspace.js';
import { buildMachine } from '../../../src/flow/compile/build-machine.js';
import type { StepState } from '../../../src/flow/compile/step-state.js';
import type { FlowDefinition, StepDefinition } from '../../../src/flow/definition.js';
import type { Decide } from '../../../src/flow/transcript/virtual-store.js';
import { ask, askConsent, choice, end, flow, ifAnswered, say } from '../compile/definitions.js';
import { workspaceOf } from '../transcript/workspace.js';

const hour = 3_600_000;

type Sketch = 'say' | 'outcome' | 'tag' | 'question' | 'choice' | 'consent' | 'if';

const sketches = fc.array(
  fc.constantFrom<Sketch>('say', 'outcome', 'tag', 'question', 'choice', 'consent', 'if'),
  { minLength: 1, maxLength: 4 },
);

/** Flows in which there is nothing to find: questions of each kind, and every way ends on purpose. */
export function soundFlows(count: number, seed: number): readonly FlowDefinition[] {
  return fc.sample(sketches, { numRuns: count, seed }).map((list) => {
    const steps = list.flatMap((sketch, index) => buildSteps(sketch, `s${index + 1}`));
    // At least one question each, so that there is a state to plant something in.
    const all = [say('hello'), ...steps, question('last'), end('end')];
    return { ...flow('guide', all), start: [{ kind: 'keyword', phrases: ['guide'], match: 'exact' }] };
  });
}

function question(path: string): StepDefinition {
  return ask(path, {
    save: 'project',
    patience: { within: hour, otherwise: [say(`${path}-late`), end(`${path}-given-up`)] },
  });
}

function buildSteps(sketch: Sketch, path: string): readonly StepDefinition[] {
  switch (sketch) {
    case 'say':
      return [say(path)];
    case 'outcome':
      return [{ verb: 'outcome', path, outcome: 'delivered' }];
    case 'tag':
      return [{ verb: 'tag', path, tags: ['vip'] }];
    case 'question':
      return [question(path)];
    case 'choice':
      return [
        ask(path, {
          question: { text: [path], choices: [choice('Red'), choice('Blue')], retry: null },
          branches: { Blue: [say(`${path}-blue`)] },
        }),
      ];
    case 'consent':
      return [askConsent(path, { yes: [say(`${path}-yes`)], no: [end(`${path}-no`)] })];
    case 'if':
      return [
        ifAnswered(path, 'project', {
          condition: {
            kind: 'test',
            subject: { kind: 'answer', name: 'project' },
            test: { kind: 'has_word', words: ['shop'] },
          },
          then: [say(`${path}-shop`), end(`${path}-shop-end`)],
          else: [say(`${path}-other`)],
        }),
      ];
  }
}

/** What a planted fault is tried with: the workspace, and who decides. */
export interface Planted {
  readonly workspace: Workspace;
  readonly decideEvent: Decide;
}

export function sound(definition: FlowDefinition): Planted {
  return { workspace: workspaceOf([definition], ownAccount), decideEvent: decide };
}

const ownAccount = {
  accounts: [{ channel: 'instagram' as const, name: 'ig', id: '17', token: 'T', secrets: ['S'] }],
};

/** The same flow, in which one state of its machine is another. */
export function plantState(
  definition: FlowDefinition,
  path: string,
  change: (state: StepState) => StepState,
): Planted {
  const { workspace, decideEvent } = sound(definition);
  const good = workspace.flows.get(definition.name);
  if (good === undefined) throw new Error('There is no flow.');
  const { [endName]: _end, ...states } = good.machine.config.states as unknown as Record<string, StepState>;
  const state = states[path];
  if (state === undefined) throw new Error(`There is no state ${path}.`);
  const [first] = definition.steps;
  const questions = [...good.steps.values()].flatMap((step) => (step.question ? [step.path] : []));
  const changed = { ...states, [path]: change(state) };
  const machine = buildMachine(good.name, changed, first?.path ?? endName, questions);
  const bad: Flow = { ...good, machine };
  return {
    workspace: { ...workspace, flows: new Map([[good.name, bad]]), pinnedFlow: () => bad },
    decideEvent,
  };
}

const endName = '(end)';

/** The same flow, decided by a core that makes a mistake where it is asked about such an event. */
export function plantDecision(
  definition: FlowDefinition,
  isMeant: (event: Parameters<Decide>[2], before: Parameters<Decide>[1]) => boolean,
  change: (decision: Decision, before: Parameters<Decide>[1]) => Decision,
): Planted {
  return {
    ...sound(definition),
    decideEvent: (workspace, before, event) => {
      const decision = decide(workspace, before, event);
      return isMeant(event, before) ? change(decision, before) : decision;
    },
  };
}

/** A decision that says one thing more. */
export function sayingMore(decision: Decision, eventId: string): Decision {
  const message: OutgoingMessage = {
    id: `${eventId}.more`,
    body: { text: 'And another thing!' },
    basis: { kind: 'confirmation', of: 'stop' },
    speaker: { kind: 'system', rule: 'planted' },
    eventId,
    epoch: decision.conversation.ownership.epoch,
    state: 'queued',
  };
  return { ...decision, effects: [...decision.effects, { kind: 'sendMessage', message }] };
}

export function withoutTimers({ after: _after, ...state }: StepState): StepState {
  return state;
}
