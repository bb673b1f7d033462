import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endState } from '../../../src/core/flow.js';
import type { Flow, FlowEvent } from '../../../src/core/flow.js';
import { advanceFlow, timeOutFlow } from '../../../src/core/walk.js';
import type { Stop } from '../../../src/core/walk.js';
import { compileFlow } from '../../../src/flow/compile.js';
import { reviveDefinition, serialiseDefinition } from '../../../src/flow/compile/stored-definition.js';
import type { FlowDefinition, StepDefinition } from '../../../src/flow/definition.js';
import { ask, askConsent, end, flow, goToFlow, handoff, ifAnswered, run, say } from './definitions.js';
import { facts, frameAt } from './walking.js';

/** A step without its place, which it is given by where it stands. */
type Sketch =
  | { readonly verb: 'say' | 'run' | 'go' | 'handoff' | 'end' }
  | { readonly verb: 'if' | 'ask' | 'ask_consent'; readonly branches: readonly (readonly Sketch[])[] };

const { sketches } = fc.letrec<{ sketches: readonly Sketch[]; sketch: Sketch }>((tie) => ({
  sketches: fc.array(tie('sketch'), { maxLength: 4, depthIdentifier: 'nesting' }),
  sketch: fc.oneof(
    { depthIdentifier: 'nesting', withCrossShrink: true },
    fc.record({ verb: fc.constantFrom('say', 'run', 'go', 'handoff', 'end') }),
    fc.record({
      verb: fc.constantFrom('if', 'ask', 'ask_consent'),
      branches: fc.array(tie('sketches'), { minLength: 3, maxLength: 3 }),
    }),
  ),
}));

function build(list: readonly Sketch[], prefix = ''): readonly StepDefinition[] {
  return list.map((sketch, index) => buildStep(sketch, `${prefix}${index + 1}-${sketch.verb}`));
}

function buildStep(sketch: Sketch, path: string): StepDefinition {
  const [a = [], b = [], c = []] =
    'branches' in sketch ? sketch.branches.map((branch, index) => build(branch, `${path}/${index}/`)) : [];
  switch (sketch.verb) {
    case 'say':
      return say(path);
    case 'run':
      return run(path, 'other');
    case 'go':
      return goToFlow(path, 'other');
    case 'handoff':
      return handoff(path);
    case 'end':
      return end(path);
    case 'if':
      return ifAnswered(path, 'x', { then: a, else: b });
    case 'ask':
      return ask(path, { save: 'x', branches: { a, b }, patience: { within: 1_000, otherwise: c } });
    case 'ask_consent':
      return askConsent(path, { yes: a, no: b, patience: { within: 1_000, otherwise: c } });
  }
}

const events: readonly FlowEvent[] = [
  { type: 'walk', facts },
  ...['a', 'b', 'z', 'yes', 'no'].map((value) => ({ type: 'answer', value }) as const),
  { type: 'miss' },
  { type: 'returned', answers: {} },
];

/** Every way out of a step, in the order of the events. */
function waysOut(compiled: Flow, step: string): readonly Stop[] {
  const frames = [frameAt(step), frameAt(step, { answers: { x: 'a' }, misses: 1 })];
  return frames.flatMap((frame) =>
    [...events.map((event) => advanceFlow(compiled, frame, event)), timeOutFlow(compiled, frame)].filter(
      (stop) => stop !== null,
    ),
  );
}

/** A stop without XState's own notes about the actor that never was. */
function plain({ step, context, asks }: Stop): unknown {
  const asked = asks.map((ask) => (ask.kind === 'action' ? [ask.action.type, ask.action.params] : ask));
  return { step, context, asked };
}

const compile = (definition: FlowDefinition): Flow => compileFlow(definition, { version: 'v1', leadsTo: {} });

describe('any flow', () => {
  it('leads from each of its steps to one of its steps, or to its end', () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const compiled = compile(flow('guide', build(list)));
        const places = new Set([...compiled.steps.keys(), endState]);

        for (const step of compiled.steps.keys()) {
          for (const stop of waysOut(compiled, step)) expect(places).toContain(stop.step);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('can be left from each of its steps that it stays at', () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const compiled = compile(flow('guide', build(list)));

        for (const { path, verb } of compiled.steps.values()) {
          const isOver = ['go', 'handoff', 'end'].includes(verb);
          expect(waysOut(compiled, path).some(({ step }) => step !== path)).toBe(!isOver);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes the same ways after it was stored', () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const definition = flow('guide', build(list));
        const stored = serialiseDefinition({ definition, leadsTo: {} });
        const [before, after] = [compile(definition), compile(reviveDefinition(stored).definition)];

        for (const step of before.steps.keys()) {
          expect(waysOut(after, step).map(plain)).toEqual(waysOut(before, step).map(plain));
        }
      }),
      { numRuns: 20 },
    );
  });
});
