import { describe, expect, it } from 'vitest';
import type { EditPolicy } from '../../../src/core/flow.js';
import { compileFlow } from '../../../src/flow/compile.js';
import type { StepDefinition } from '../../../src/flow/definition.js';
import { fateOf } from '../../../src/flow/plan/run-fates.js';
import { ask, flow, say } from '../compile/definitions.js';

const version = (name: string, onEdit: EditPolicy, ...steps: readonly StepDefinition[]) =>
  compileFlow({ ...flow('quiz', steps), onEdit }, { version: name, leadsTo: {} });

const served = version('1', 'finish', ask('toss'), ask('2-ask'));
const at = (step: string) => ({ flow: 'quiz', version: '1', step, runs: 3 });
const fate = (step: string, onEdit: EditPolicy, ...steps: readonly StepDefinition[]) =>
  fateOf(at(step), served, version('2', onEdit, ...steps));

describe('the fate of open runs', () => {
  it('is what the edited flow says', () => {
    for (const policy of ['finish', 'migrate', 'restart'] as const) {
      expect(fate('toss', policy, ask('toss'))).toMatchObject({ fate: policy, because: null });
    }
  });

  it('is to stay where nothing was edited, and to finish where the flow is gone', () => {
    expect(fateOf(at('toss'), served, served).fate).toBe('stay');
    expect(fateOf(at('toss'), served, undefined)).toMatchObject({
      fate: 'finish',
      because: 'the flow is gone',
    });
  });

  it('is to finish where a run cannot migrate, as a server would decide', () => {
    expect(fate('toss', 'migrate', ask('other')).because).toBe('the step is gone');
    expect(fate('2-ask', 'migrate', ask('2-ask')).because).toBe('the step has no id');
    expect(fate('toss', 'migrate', say('toss')).because).toBe('the step does something else now');
  });

  it('of runs on an older version than is served goes by the id alone', () => {
    const older = { ...at('toss'), version: '0' };
    expect(fateOf(older, served, version('2', 'migrate', say('toss'))).fate).toBe('migrate');
  });
});
