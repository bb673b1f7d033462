import { describe, expect, it } from 'vitest';
import { flowOf, onlyIssueOf, problemsOf, problemsOfSteps } from './reading.js';

const sub = (name: string, steps: string): string => `flow: ${name}\nsteps:\n${steps}`;

describe('a step that nothing leads to', () => {
  it.each([['end'], ['handoff: any'], ['go: { flow: guide }'], ['opt_out: all']])(
    'after %s is shown, once for all that follow it',
    (step) => {
      const problems = problemsOfSteps(`
  - ask: Ready?
  - ${step}
  - say: Never
  - say: heard
  - if: { tag: vip }
    then:
      - say: of`);
      expect(problems).toEqual(['6:5 unreachable-step']);
    },
  );

  it('after a condition that leads away on both ways is shown', () => {
    expect(
      problemsOfSteps(`
  - if: { tag: vip }
    then:
      - handoff: sales
    else: end
  - say: Never`),
    ).toEqual(['8:5 unreachable-step']);
  });

  it('is no such step where a go leads to it', () => {
    expect(
      problemsOfSteps(`
  - if: { tag: vip }
    then:
      - go: vips
  - end
  - say: Welcome back!
    id: vips
  - outcome: welcomed`),
    ).toEqual([]);
  });

  it('is no such step after a question whose choices lead elsewhere but for one', () => {
    expect(
      problemsOfSteps(`
  - ask: Ready?
    choices: [{ title: Sure, then: [end] }, Maybe]
  - outcome: done`),
    ).toEqual([]);
  });

  it('is shown after a question whose choices all lead elsewhere', () => {
    expect(
      problemsOfSteps(`
  - ask: Ready?
    choices: [{ title: Sure, then: end }, { title: Maybe, then: [handoff: any] }]
  - outcome: done`),
    ).toEqual(['6:5 unreachable-step']);
  });
});

describe('a dead end', () => {
  it('is warned about at the step after which nothing was achieved', () => {
    const issue = onlyIssueOf(`
  - ask: Ready?
  - say: Bye`);
    expect(issue).toMatchObject({ line: 5, column: 5, code: 'dead-end', severity: 'warning' });
  });

  it('is found on one way of several', () => {
    expect(
      problemsOfSteps(`
  - if: { tag: vip }
    then:
      - outcome: welcomed
    else:
      - say: Hello`),
    ).toEqual(['8:9 dead-end']);
  });

  it('is found at a condition without an else', () => {
    expect(
      problemsOfSteps(`
  - if: { tag: vip }
    then: end`),
    ).toEqual(['4:5 dead-end']);
  });

  it('is none where an outcome was reached before', () => {
    expect(problemsOfSteps('\n  - outcome: delivered\n  - say: Bye')).toEqual([]);
  });

  it('is none where nobody answers and the flow ends', () => {
    expect(
      problemsOfSteps(`
  - ask: Ready?
    otherwise:
      - tag: silent
  - outcome: done`),
    ).toEqual([]);
  });

  it('is none at the end of a flow that another one runs', () => {
    const files = {
      'guide.yaml': flowOf('\n  - run: name\n  - outcome: done'),
      'name.yaml': sub('name', '  - ask: Your name?\n'),
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it('is none after running a flow that always reaches an outcome', () => {
    const files = {
      'guide.yaml': flowOf('\n  - run: count\n  - say: Bye'),
      'count.yaml': sub('count', '  - outcome: counted\n'),
    };
    expect(problemsOf(files)).toEqual([]);
  });

  it('is found in a flow that another one goes to', () => {
    const files = {
      'guide.yaml': flowOf('\n  - go: { flow: other }'),
      'other.yaml': sub('other', '  - say: Bye\n'),
    };
    expect(problemsOf(files)).toEqual(['other.yaml:3:5 dead-end']);
  });

  it('is none in a flow that is gone to after an outcome', () => {
    const files = {
      'guide.yaml': flowOf('\n  - outcome: done\n  - go: { flow: other }'),
      'other.yaml': sub('other', '  - say: Bye\n'),
    };
    expect(problemsOf(files)).toEqual([]);
  });
});

describe('a loop', () => {
  it('in which nobody is asked is shown at the go that closes it', () => {
    expect(
      problemsOfSteps(`
  - say: Hello
    id: hello
  - if: { tag: vip }
    then: end
  - go: hello`),
    ).toEqual(['8:5 endless-loop']);
  });

  it('that only begins after an answer is shown', () => {
    expect(
      problemsOfSteps(`
  - ask: Ready?
    otherwise: end
  - say: Hello
    id: hello
  - go: hello`),
    ).toEqual(['8:5 endless-loop']);
  });

  it('with a question in it is none', () => {
    expect(
      problemsOfSteps(`
  - ask: Again?
    id: again
    choices: [{ title: Sure, then: [go: again] }, Enough]
  - outcome: done`),
    ).toEqual([]);
  });

  it('of a step to itself is shown', () => {
    expect(problemsOfSteps('\n  - go: me\n    id: me')).toEqual(['4:5 endless-loop']);
  });

  it('through another flow is shown', () => {
    const files = {
      'guide.yaml': flowOf('\n  - go: { flow: other }'),
      'other.yaml': sub('other', '  - say: Back we go\n  - go: { flow: guide }\n'),
    };
    expect(problemsOf(files)).toEqual(['other.yaml:4:5 endless-loop']);
  });

  it('past a flow that only talks is shown, and past one that asks is none', () => {
    const looping = flowOf('\n  - run: other\n    id: again\n  - go: again');
    const files = (steps: string) => ({ 'guide.yaml': looping, 'other.yaml': sub('other', steps) });
    expect(problemsOf(files('  - say: Hi\n'))).toEqual(['guide.yaml:6:5 endless-loop']);
    expect(problemsOf(files('  - ask: Hi?\n'))).toEqual([]);
  });

  it('of flows that run each other is shown even where they ask', () => {
    const files = {
      'guide.yaml': flowOf('\n  - ask: More?\n  - run: other\n  - outcome: done'),
      'other.yaml': sub('other', '  - ask: Really?\n  - go: { flow: guide }\n'),
    };
    expect(problemsOf(files)).toEqual(['guide.yaml:5:5 endless-run']);
  });

  it('that asks a silent contact again and again has no way out', () => {
    const issue = onlyIssueOf(`
  - ask: Are you there?
    id: there
    within: 2h
    otherwise:
      - go: there
  - outcome: done`);
    expect(issue).toMatchObject({ line: 8, column: 9, code: 'no-way-out' });
  });

  it('that asks once more and then lets go is none', () => {
    expect(
      problemsOfSteps(`
  - ask: Are you there?
    within: 2h
    otherwise:
      - ask: Still not?
        within: 2h
  - outcome: done`),
    ).toEqual([]);
  });
});

describe('the reply window', () => {
  it('is longer than any question waits', () => {
    const issue = onlyIssueOf('\n  - ask: Why?\n    within: 24h\n  - outcome: done');
    expect(issue).toMatchObject({ line: 5, column: 13, code: 'outside-window' });
    expect(issue.message).toContain('instagram');
  });

  it('is not left by several waits together', () => {
    const waits = (second: string, third: string) => `
  - ask: Why?
    within: 12h
    otherwise:
      - ask: Still there?
        within: ${second}
        otherwise:
          - say: ${third}
  - outcome: done`;
    expect(problemsOfSteps(waits('13h', 'Bye'))).toEqual(['10:13 outside-window']);
    expect(problemsOfSteps(waits('11h', 'Bye'))).toEqual([]);
  });

  it('is open where a condition says so', () => {
    expect(
      problemsOfSteps(`
  - ask: Why?
    within: 12h
    otherwise:
      - ask: Still there?
        within: 13h
        otherwise:
          - if: { reply_window: open }
            then:
              - say: Bye
  - outcome: done`),
    ).toEqual([]);
  });

  it('begins anew with each answer', () => {
    expect(
      problemsOfSteps(`
  - ask: One?
    within: 20h
  - ask: Two?
    within: 20h
  - outcome: done`),
    ).toEqual([]);
  });

  it('does not close on the simulator', () => {
    const files = {
      'workspace.yaml': 'brand: Studio Nord\n',
      'guide.yaml': flowOf('\n  - ask: Why?\n    within: 3d\n  - outcome: done'),
    };
    expect(problemsOf(files)).toEqual([]);
  });
});
