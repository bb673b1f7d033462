import { describe, expect, it } from 'vitest';
import { drawFlow } from '../../../src/flow/graph/draw-flow.js';
import type { FlowPicture, StepCounts } from '../../../src/flow/graph/picture.js';
import { stepKinds } from '../../../src/flow/steps/step-kinds.js';
import { exampleWorkspace, filesOf } from '../example-files.js';
import { readFiles } from '../reading.js';
import { flowOfSteps } from './flow-of-steps.js';

const draw = (steps: string, counts: StepCounts | null = null): FlowPicture =>
  drawFlow(flowOfSteps(steps), counts);

/** Lines as `from -> to: label`, by what stands in the nodes. */
const linesOf = ({ nodes, edges }: FlowPicture): readonly string[] => {
  const wordsOf = (id: string): string => {
    const node = nodes.find((one) => one.id === id);
    return node === undefined ? 'NOWHERE' : [node.head, ...node.lines].join(' ').trim() || 'the end';
  };
  return edges.map(
    ({ from, to, label }) => `${wordsOf(from)} -> ${wordsOf(to)}${label === '' ? '' : `: ${label}`}`,
  );
};

describe('a flow is drawn', () => {
  it('from what starts it to its end, each step by its own words', () => {
    const picture = draw('  - say: Hi {{contact.first_name or "there"}}!\n  - outcome: delivered\n');
    expect(linesOf(picture)).toEqual([
      'starts by keyword: guide -> say Hi {first_name}!',
      'say Hi {first_name}! -> outcome delivered',
      'outcome delivered -> the end',
    ]);
    expect(picture.nodes.map(({ kind }) => kind)).toEqual(['start', 'say', 'outcome', 'end']);
  });

  it('with the answers of a question on its ways, those that go together as one', () => {
    const picture = draw(`  - ask: Which one?
    choices:
      - Red
      - title: A light blue
        value: blue
      - title: None
        then:
          - handoff: sales
    within: 2h
    otherwise: end
  - outcome: chosen
`);
    expect(linesOf(picture)).toEqual([
      'starts by keyword: guide -> ask Which one?',
      'ask Which one? -> outcome chosen: Red · A light blue',
      'ask Which one? -> handoff Sales: None',
      'ask Which one? -> the end: no answer in 2h',
      'outcome chosen -> the end',
    ]);
  });

  it('with one label where all choices lead on, and with what follows silence', () => {
    const picture = draw(`  - ask: Well?
    choices: [One, Two, Three]
    within: 20h
    otherwise:
      - tag: quiet
  - outcome: told
`);
    expect(linesOf(picture)).toEqual(
      expect.arrayContaining([
        'ask Well? -> outcome told: any of 3',
        'ask Well? -> tag quiet: no answer in 20h',
      ]),
    );
  });

  it('with the ways of conditions, and what each of several asks', () => {
    const picture = draw(`  - ask: What do you do?
    save: job
  - if: { answer.job: { has_word: [shop, store] } }
    then:
      - say: A shop!
    else_if:
      - if: { tag: vip }
        then:
          - say: Welcome back!
    else:
      - say: Fine.
  - outcome: sorted
`);
    expect(linesOf(picture)).toEqual(
      expect.arrayContaining([
        'if job has shop or store -> say A shop!: then',
        'if job has shop or store -> say Welcome back!: else, if has the tag vip',
        'if job has shop or store -> say Fine.: else',
        'say A shop! -> outcome sorted',
      ]),
    );
  });

  it('with a line back where it goes back', () => {
    const picture = draw(
      '  - ask: Again?\n    id: again\n    choices:\n      - Enough\n      - title: Yes\n        then:\n          - go: again\n  - outcome: over\n',
    );
    expect(linesOf(picture)).toContain('go again -> ask Again?');
  });

  it('with the flows that it leads to', () => {
    const picture = draw('  - say: Hi!\n  - go: { flow: guide }\n');
    expect(picture.nodes.find(({ kind }) => kind === 'flow')?.flows).toEqual(['guide']);
  });

  it('with who came by, where that was counted', () => {
    const steps = '  - ask: Well?\n    id: well\n  - outcome: told\n';
    const counts = new Map([['well', { reached: 1234, here: 5 }]]);
    expect(draw(steps, counts).nodes.flatMap((node) => node.counts)).toEqual(['1,234 reached', '5 here now']);
    expect(draw(steps).nodes.flatMap((node) => node.counts)).toEqual([]);
  });

  it('in few words, however many there are', () => {
    const text = 'Every word of this is worth to be read, and read again. '.repeat(20).trim();
    const [, said] = draw(`  - say: "${text}"\n  - outcome: told\n`).nodes;
    expect(said?.lines).toHaveLength(3);
    expect(said?.lines.at(-1)).toMatch(/…$/u);
    for (const line of said?.lines ?? []) expect([...line].length).toBeLessThanOrEqual(33);
  });
});

describe('each verb', () => {
  it.each(stepKinds.map((kind) => [kind.verb, kind] as const))(
    '%s has words of its own',
    (verb, { example }) => {
      const { workspaces } = readFiles({ 'workspace.yaml': exampleWorkspace, ...filesOf(example) });
      const pictures = workspaces.flatMap(({ flows }) => flows.map((flow) => drawFlow(flow, null)));
      const shown = pictures
        .flatMap(({ nodes }) => nodes)
        .filter(({ head }) => head === verb.replaceAll('_', ' '));
      expect(shown).not.toEqual([]);
      for (const { lines } of shown) expect(verb === 'end' || lines.join('').length > 1).toBe(true);
      for (const { nodes, edges } of pictures) {
        const ids = nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(expect.arrayContaining(edges.flatMap(({ from, to }) => [from, to])));
      }
    },
  );
});
