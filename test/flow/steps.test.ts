import { describe, expect, it } from 'vitest';
import { stepKinds } from '../../src/flow/steps/step-kinds.js';
import { exampleWorkspace, filesOf } from './example-files.js';
import { readFiles } from './reading.js';

describe.each(stepKinds)('$verb', ({ verb, example, meaning, keys }) => {
  it('has an example without a mistake, which shows it', () => {
    const { issues, workspaces } = readFiles({ 'workspace.yaml': exampleWorkspace, ...filesOf(example) });
    expect(issues).toEqual([]);
    expect(JSON.stringify(workspaces[0]?.flows)).toContain(`"verb":"${verb}"`);
  });

  it('says what it means, and begins with its own key', () => {
    expect(meaning).toMatch(/^[A-Z].*\.$/su);
    expect(keys[0]).toBe(verb);
  });
});

describe('the verbs', () => {
  it('are those of the language', () => {
    expect(stepKinds.map(({ verb }) => verb).sort()).toEqual(
      [
        'say',
        'book',
        'ask',
        'ask_consent',
        'rate',
        'opt_out',
        'if',
        'split',
        'wait',
        'set',
        'tag',
        'untag',
        'score',
        'outcome',
        'handoff',
        'lookup',
        'coupon',
        'escalate',
        'go',
        'run',
        'end',
      ].sort(),
    );
  });
});
