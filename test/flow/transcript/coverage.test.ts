import { describe, expect, it } from 'vitest';
import { measureCoverage } from '../../../src/flow/transcript/coverage.js';
import { Footprints } from '../../../src/flow/transcript/footprints.js';
import { VirtualChat } from '../../../src/flow/transcript/virtual-chat.js';
import { ask, choice, end, flow, ifAnswered, run, say } from '../compile/definitions.js';
import { workspaceOf } from './workspace.js';

const survey = flow('survey', [
  ask('size', {
    question: { text: ['Size?'], choices: [choice('S'), choice('M')], retry: null },
    branches: { S: [say('small')], M: [say('medium')] },
  }),
]);
const guide = {
  ...flow('guide', [run('1-run', 'survey'), say('2-say'), end('3-end')]),
  start: [{ kind: 'keyword', phrases: ['guide'], match: 'exact' } as const],
};
const flows = [guide, survey, flow('other', [say('1-say')])];
const workspace = workspaceOf(flows);

function walk(...lines: readonly string[]): Footprints {
  const footprints = new Footprints();
  const contact = { firstName: null, tags: [], fields: {} };
  const chat = new VirtualChat(footprints.watch(workspace), { channel: 'simulator', startsAt: 0, contact });
  for (const text of lines) chat.happen({ kind: 'me', text });
  return footprints;
}

function missed(...footprints: readonly Footprints[]): Readonly<Record<string, readonly string[]>> {
  const coverage = measureCoverage(flows, footprints);
  return Object.fromEntries(coverage.map((one) => [one.flow, one.missed.map(({ path }) => path)]));
}

describe('the coverage of flows', () => {
  it('names every step that no chat has entered', () => {
    expect(missed(walk('guide', 'S'))).toEqual({ guide: [], survey: ['medium'], other: ['1-say'] });
    expect(missed(walk('guide'))).toEqual({
      guide: ['2-say', '3-end'],
      survey: ['small', 'medium'],
      other: ['1-say'],
    });
  });

  it('is that of all chats together', () => {
    expect(missed(walk('guide', 'S'), walk('guide', 'M'))['survey']).toEqual([]);
  });

  it('counts all steps of a flow, those of branches too', () => {
    expect(measureCoverage(flows, []).map(({ flow, steps }) => [flow, steps])).toEqual([
      ['guide', 3],
      ['survey', 3],
      ['other', 1],
    ]);
  });

  it('names every way out of a step that no chat took', () => {
    const branches = (...footprints: readonly Footprints[]): readonly string[] =>
      measureCoverage(flows, footprints).flatMap(({ missedBranches }) =>
        missedBranches.map(({ step, branch }) => `${step} → ${branch}`),
      );

    expect(branches()).toEqual(['size → S', 'size → M', 'size → otherwise']);
    expect(branches(walk('guide', 'S'))).toEqual(['size → M', 'size → otherwise']);
    expect(branches(walk('guide', 'what?', 'what?'))).toEqual(['size → S', 'size → M']);
    expect(branches(walk('guide', 'S'), walk('guide', 'M'), walk('guide', 'x', 'y'))).toEqual([]);
  });

  it('tells both ways of a condition apart, even where they lead to the same step', () => {
    const asked = {
      ...flow('asked', [ask('name', { save: 'name' }), ifAnswered('known', 'name'), end('end')]),
      start: [{ kind: 'keyword', phrases: ['asked'], match: 'exact' } as const],
    };
    const footprints = new Footprints();
    const contact = { firstName: null, tags: [], fields: {} };
    const scene = { channel: 'simulator', startsAt: 0, contact } as const;
    const chat = new VirtualChat(footprints.watch(workspaceOf([asked])), scene);
    chat.happen({ kind: 'me', text: 'asked' });
    chat.happen({ kind: 'me', text: 'Ada' });

    expect(measureCoverage([asked], [footprints])[0]?.missedBranches).toEqual([
      { step: 'name', branch: 'otherwise' },
      { step: 'known', branch: 'else' },
    ]);
  });
});
