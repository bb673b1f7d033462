import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../src/flow/definition.js';
import { definitionOf, firstStep, flowOf, readFiles } from './reading.js';

/** Paths of the steps and of those inside them, in order. */
function pathsOf(steps: readonly StepDefinition[]): readonly string[] {
  return steps.flatMap((step) => [step.path, ...branchesOf(step).flatMap(pathsOf)]);
}

function branchesOf(step: StepDefinition): readonly (readonly StepDefinition[])[] {
  switch (step.verb) {
    case 'if':
      return [step.then, step.else];
    case 'ask':
      return [...Object.values(step.branches), step.patience.otherwise];
    case 'ask_consent':
      return [step.yes, step.no, step.patience.otherwise];
    default:
      return [];
  }
}

describe('a step’s path', () => {
  it('is its id, or its place and verb below its parent’s', () => {
    const { steps } = definitionOf(`
  - say: Hi
  - ask: What?
    id: what
    choices:
      - title: A
        then:
          - say: Ah
      - B
      - title: C
        then:
          - say: Oh
            id: oh
          - say: Ooh
    otherwise:
      - tag: silent
  - if: { tag: vip }
    then:
      - if: { tag: gold }
        then:
          - say: Deep
    else: end
  - ask_consent: weekly_tips
    yes: [say: Lovely]
    no: []
  - outcome: done`);
    expect(pathsOf(steps)).toEqual([
      '1-say',
      'what',
      'what/choice-1/1-say',
      'oh',
      'what/choice-3/2-say',
      'what/otherwise/1-tag',
      'what/otherwise/2-end',
      '3-if',
      '3-if/then/1-if',
      '3-if/then/1-if/then/1-say',
      '3-if/else/1-end',
      '4-ask_consent',
      '4-ask_consent/yes/1-say',
      '5-outcome',
    ]);
  });

  it('leads back to where the step stands', () => {
    const { workspaces } = readFiles({
      'guide.yaml': flowOf('\n  - ask: What?\n    otherwise:\n      - tag: silent\n  - outcome: done'),
    });
    const places = workspaces[0]?.stepPlaces.get('guide');
    expect([...(places ?? [])].map(([path, { line, column }]) => `${path} ${line}:${column}`)).toEqual([
      '1-ask 4:5',
      '1-ask/otherwise/1-tag 6:9',
      '1-ask/otherwise/2-end 6:7',
      '2-outcome 7:5',
    ]);
  });

  it('stays when a step with an id moves', () => {
    const before = definitionOf('\n  - ask: What?\n    id: what\n  - outcome: done').steps[0]?.path;
    const after = definitionOf('\n  - say: Hi\n  - ask: What?\n    id: what\n  - outcome: done').steps[1]
      ?.path;
    expect(after).toBe(before);
  });
});

describe('a question', () => {
  it('waits 20 hours, takes three tries and then ends, unless it says otherwise', () => {
    expect(firstStep('ask', '\n  - ask: What?\n  - outcome: done')).toEqual({
      verb: 'ask',
      path: '1-ask',
      question: { text: ['What?'], choices: [], retry: null },
      save: null,
      branches: {},
      tries: 3,
      patience: { within: 20 * 3_600_000, otherwise: [] },
    });
  });

  it('knows its choices by title, value and the words beside them', () => {
    const ask = firstStep(
      'ask',
      `
  - ask: How large?
    save: size
    choices:
      - Just me!
      - { title: "2–10", value: small, also: [A few, "2 to 10"], then: [tag: small] }
    retry: Sorry {{contact.first_name}}?
    tries: 2
    within: 90m
  - outcome: done`,
    );
    expect(ask.question.choices).toEqual([
      { title: 'Just me!', value: 'Just me!', words: ['just me'] },
      { title: '2–10', value: 'small', words: ['2 10', 'small', 'a few', '2 to 10'] },
    ]);
    expect(ask.branches).toEqual({
      small: [{ verb: 'tag', path: '1-ask/choice-2/1-tag', tags: ['small'] }],
    });
    expect(ask.question.retry).toEqual([
      'Sorry ',
      { source: 'contact', name: 'first_name', fallback: '' },
      '?',
    ]);
    expect([ask.tries, ask.patience.within]).toEqual([2, 90 * 60_000]);
  });

  it('ends after what it does otherwise, unless that leads elsewhere', () => {
    const otherwise = (steps: string) =>
      firstStep(
        'ask',
        `\n  - ask: What?\n    id: what\n    otherwise: [${steps}]\n  - outcome: done`,
      ).patience.otherwise.map(({ verb }) => verb);
    expect(otherwise('say: Bye')).toEqual(['say', 'end']);
    expect(otherwise('{ say: Bye }, { handoff: any }')).toEqual(['say', 'handoff']);
    expect(otherwise('{ if: { tag: x }, then: end, else: [handoff: any] }')).toEqual(['if']);
    expect(otherwise('{ if: { tag: x }, then: end }')).toEqual(['if', 'end']);
    expect(otherwise('opt_out: all')).toEqual(['opt_out']);
    expect(otherwise('opt_out: weekly_tips')).toEqual(['opt_out', 'end']);
    expect(otherwise('ask: Really?')).toEqual(['ask', 'end']);
    expect(otherwise('{ ask: Really?, choices: [{ title: A, then: end }] }')).toEqual(['ask']);
    expect(otherwise('{ ask: Really?, choices: [{ title: A, then: end }, B] }')).toEqual(['ask', 'end']);
    expect(otherwise('{ ask_consent: weekly_tips, yes: end, no: end }')).toEqual(['ask_consent']);
    expect(otherwise('{ ask_consent: weekly_tips, yes: end }')).toEqual(['ask_consent', 'end']);
  });
});

describe('consent', () => {
  it('is asked for in the topic’s own words, with yes and no in the workspace’s languages', () => {
    const step = firstStep('ask_consent', '\n  - ask_consent: weekly_tips\n  - outcome: done');
    expect(step.topic.name).toBe('weekly_tips');
    expect(step.question.text).toEqual(['One short tip a week? Reply STOP to end.']);
    const [yes, no] = step.question.choices;
    expect([yes?.title, yes?.value, no?.title, no?.value]).toEqual(['Yes', 'yes', 'No', 'no']);
    expect(yes?.words).toEqual(expect.arrayContaining(['yes', 'ja', 'sure', 'gerne']));
    expect(no?.words).toEqual(expect.arrayContaining(['no', 'nein', 'no thanks', 'no']));
    expect(yes?.words.filter((word) => no?.words.includes(word))).toEqual([]);
  });

  it('is asked for in the first language, in the workspace’s own words for yes and no', () => {
    const { workspaces } = readFiles({
      'workspace.yaml':
        'brand: N\nlanguages: [de]\ntexts: { de: { no: Lieber nicht } }\ntopics: { tips: { notice: Ein Tipp? } }\n',
      'guide.yaml': 'flow: guide\nstart: [{ keyword: guide }]\nsteps:\n  - ask_consent: tips\n  - end\n',
    });
    const step = workspaces[0]?.flows[0]?.steps[0];
    expect(step?.verb === 'ask_consent' && step.question.choices.map(({ title }) => title)).toEqual([
      'Ja',
      'Lieber nicht',
    ]);
  });
});

describe('what a step names', () => {
  it('is in the definition itself, so that a run needs no workspace', () => {
    const { steps } = definitionOf('\n  - say: Hi\n    link: guide\n  - handoff: sales\n    note: Soon');
    expect(steps).toEqual([
      {
        verb: 'say',
        path: '1-say',
        text: ['Hi'],
        link: {
          name: 'guide',
          label: 'Get the guide',
          target: 'https://example.com/guide?utm_source=heyword&utm_medium=dm&utm_campaign=guide',
        },
      },
      {
        verb: 'handoff',
        path: '2-handoff',
        team: { name: 'sales', title: 'Sales', firstReply: 7_200_000, resolve: 86_400_000 },
        note: ['Soon'],
      },
    ]);
  });

  it('is plain JSON', () => {
    const definition = definitionOf('\n  - ask_consent: weekly_tips\n  - outcome: done');
    expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });
});

describe('the small steps', () => {
  it('are read as they are written', () => {
    const { steps } = definitionOf(`
  - tag: [vip, spring sale]
  - tag: one
  - set: { contact.size: "{{contact.name}}", contact.plan: big }
  - opt_out: weekly_tips
  - outcome: done
  - if: { tag: vip }
    then:
      - go: last
  - end
  - handoff: any
    id: last`);
    expect(steps).toEqual([
      { verb: 'tag', path: '1-tag', tags: ['vip', 'spring sale'] },
      { verb: 'tag', path: '2-tag', tags: ['one'] },
      {
        verb: 'set',
        path: '3-set',
        fields: [
          { name: 'size', value: [{ source: 'contact', name: 'name', fallback: '' }] },
          { name: 'plan', value: ['big'] },
        ],
      },
      { verb: 'opt_out', path: '4-opt_out', purpose: 'weekly_tips' },
      { verb: 'outcome', path: '5-outcome', outcome: 'done' },
      {
        verb: 'if',
        path: '6-if',
        condition: {
          kind: 'test',
          subject: { kind: 'tag', name: 'vip' },
          test: { kind: 'is', value: 'yes' },
        },
        then: [{ verb: 'go', path: '6-if/then/1-go', to: { kind: 'step', path: 'last' } }],
        else: [],
      },
      { verb: 'end', path: '7-end' },
      { verb: 'handoff', path: 'last', team: null, note: [] },
    ]);
  });

  it('lead into other flows', () => {
    const { workspaces } = readFiles({
      'a.yaml': 'flow: a\nstart: [{ keyword: a }]\nsteps:\n  - run: b\n  - go: { flow: b }\n',
      'b.yaml': 'flow: b\ntitle: The second\nsteps:\n  - outcome: done\n',
    });
    expect(workspaces[0]?.flows).toEqual([
      {
        name: 'a',
        title: 'A',
        start: [{ kind: 'keyword', phrases: ['a'], match: 'exact' }],
        steps: [
          { verb: 'run', path: '1-run', flow: 'b' },
          { verb: 'go', path: '2-go', to: { kind: 'flow', flow: 'b' } },
        ],
      },
      {
        name: 'b',
        title: 'The second',
        start: [],
        steps: [{ verb: 'outcome', path: '1-outcome', outcome: 'done' }],
      },
    ]);
  });
});
