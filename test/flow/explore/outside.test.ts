import { describe, expect, it } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import { exploreFlow } from '../../../src/flow/explore/explore.js';
import type { Exploration } from '../../../src/flow/explore/explore.js';
import { writeTest } from '../../../src/flow/explore/write-test.js';
import { runTranscript } from '../../../src/flow/transcript/run-transcript.js';
import { readFiles } from '../reading.js';
import { sha256 } from '../transcript/workspace.js';

const workspaceFile = `brand: Studio Nord
languages: [en]
teams: { support: { title: Support } }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    result: { status: status }
  open_ticket:
    url: https://help.example.com/tickets
    method: POST
    takes: note
    body: { note: "{{input.note}}" }
    result: { reference: id }
coupons: { spring: { codes: [A1] } }
escalations:
  complaints: { team: support, by: ticket, lookup: open_ticket }
`;

const files = (steps: string, more: Readonly<Record<string, string>> = {}) => ({
  'workspace.yaml': workspaceFile,
  'guide.yaml': `flow: guide\nstart:\n  - keyword: guide\nsteps:\n${steps}`,
  ...more,
});

function read(given: Readonly<Record<string, string>>) {
  const { workspaces, issues } = readFiles(given);
  const [first] = workspaces;
  if (first === undefined) throw new Error(JSON.stringify(issues));
  const workspace = assembleWorkspace(first.definition, compileFlows(first.flows, sha256), () => undefined);
  return { workspace, flows: first.flows, tests: first.tests };
}

function explore(steps: string): Exploration {
  const { workspace, flows } = read(files(steps));
  return exploreFlow(workspace, flows[0]!);
}

/** The one flaw as the test that shows it, which must go as it says. */
function shownBy(steps: string): string {
  const [flaw, ...others] = explore(steps).flaws;
  if (flaw === undefined || others.length > 0) throw new Error('There is not one flaw.');
  const test = writeTest('guide', flaw);
  const { workspace, tests } = read(files(steps, { 'guide.test.yaml': test }));
  const [result] = (tests[0]?.tests ?? []).map((one) => runTranscript(workspace, one));
  // What it expects is what the flow should do, and does not.
  expect(result?.failures.map(({ message }) => message)).toEqual(
    flaw.code === 'stuck-end' ? [expect.stringMatching(/handoff/u)] : [],
  );
  return test;
}

const ways = (stuck: string): string =>
  `  - lookup: order_status\n    with: { order: "1" }\n` +
  ['found', 'not_found', 'failed']
    .map((way) => `    ${way}:\n${way === stuck ? '      - say: Well.' : '      - end'}`)
    .join('\n');

describe('exploring goes every way of a look-up', () => {
  it.each([
    ['found', '- found:'],
    ['not_found', '- not_found'],
  ])('to what follows %s', (way, stub) => {
    expect(shownBy(ways(way))).toContain(`lookups:\n      order_status:\n        ${stub}`);
  });

  it('to what follows a failure, and a time that is up', () => {
    const tests = explore(ways('failed')).flaws.map((flaw) => writeTest('guide', flaw));
    expect(tests).toEqual([expect.stringContaining('- failed'), expect.stringContaining('- silent')]);
    const { deeds, states, gaps, missed } = explore(ways('none'));
    expect([gaps, missed]).toEqual([[], []]);
    // It stands still while it waits for the answer: there, too, STOP must end it.
    expect(states).toBeGreaterThan(1);
    expect(deeds).toBeGreaterThan(4);
  });

  it('on either side of each test of what was found', () => {
    const test = shownBy(`  - lookup: order_status
    with: { order: "1" }
    save: order
    found:
      - if:
          answer.order_status: lost
        then:
          - say: Oh.
        else:
          - end
    not_found: end
    failed: end
`);
    expect(test).toContain('status: lost');
  });

  it('each time anew', () => {
    const test = shownBy(`  - ask: Which order?
    id: which
    save: order
    within: 20h
    otherwise: end
  - lookup: order_status
    with: { order: "{{answer.order}}" }
    found:
      - say: Well.
    not_found:
      - go: which
    failed: end
`);
    // The shortest way is the first time.
    expect(test).toMatch(/order_status:\n +- found:/u);
  });
});

describe('exploring goes both ways of a coupon', () => {
  it('to what follows when none is left', () => {
    const test = shownBy(`  - coupon: spring
    sold_out:
      - say: Gone.
  - if:
      answer.coupon: { known: yes }
    then:
      - end
`);
    expect(test).toContain('coupons:\n      spring: []');
  });

  it('to what follows the code', () => {
    const test = shownBy(`  - coupon: spring
    sold_out: end
  - say: "Yours: {{answer.coupon}}"
`);
    expect(test).toContain('coupons:\n      spring:\n        - A1');
  });
});

describe('exploring an escalation', () => {
  it('finds nothing wrong, whatever becomes of the ticket', () => {
    const { flaws, gaps, missed } = explore('  - escalate: complaints\n    note: Broken.\n');
    expect({ flaws, gaps, missed }).toEqual({ flaws: [], gaps: [], missed: [] });
  });
});
