import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { enterMachine, moveMachine } from '../../src/core/machine-step.js';
import { compileFlows } from '../../src/flow/assemble.js';
import { consultation, guide, newsletter, order, patient, tracking } from './world/studio.js';

const flows = compileFlows([guide, order, newsletter, consultation, patient, tracking], (text) =>
  createHash('sha256').update(text).digest('hex'),
);

/** Where a step leads, and what it asks for. */
function shown([snapshot, actions]: readonly [unknown, readonly { type: string; params?: unknown }[]]) {
  const { value, context, status } = snapshot as AnyMachineSnapshot;
  return { value, context, status, actions: actions.map(({ type, params }) => ({ type, params })) };
}

describe('a step of a machine', () => {
  it.each(flows.map(({ flow }) => [flow.name, flow] as const))(
    'leads through %s as XState itself does, however often it is taken',
    (_, { machine }) => {
      const input = { answers: {} };
      const entered = enterMachine(machine, input);
      expect(shown(entered)).toEqual(shown(initialTransition(machine, input)));
      expect(shown(enterMachine(machine, input))).toEqual(shown(entered));
      for (const value of Object.keys(machine.states)) {
        const place = machine.resolveState({
          value,
          context: entered[0].context as object,
        }) as AnyMachineSnapshot;
        for (const event of [{ type: 'answer', value: 'website' }, { type: 'miss' }, { type: 'elapsed' }])
          expect(shown(moveMachine(machine, place, event))).toEqual(shown(transition(machine, place, event)));
      }
    },
  );
});
