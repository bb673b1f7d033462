import { describe, expect, it } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import { exploreFlow } from '../../../src/flow/explore/explore.js';
import type { Exploration } from '../../../src/flow/explore/explore.js';
import { writeTest } from '../../../src/flow/explore/write-test.js';
import { readFiles } from '../reading.js';
import { sha256 } from '../transcript/workspace.js';

const hours = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
hours: { mon-fri: "09:00-18:00" }
topics:
  weekly_tips: { title: Weekly tips, notice: One short tip a week? }
`;

/** Explores a flow whose steps stand in these lines. */
function explore(steps: string, more: Readonly<Record<string, string>> = {}): Exploration {
  const guide = `flow: guide\nstart:\n  - keyword: guide\nsteps:\n${steps}`;
  const { workspaces } = readFiles({ 'workspace.yaml': hours, 'guide.yaml': guide, ...more });
  const [read] = workspaces;
  const definition = read?.flows.find(({ name }) => name === 'guide');
  if (read === undefined || definition === undefined) throw new Error('There is no flow.');
  const workspace = assembleWorkspace(read.definition, compileFlows(read.flows, sha256), () => undefined);
  return exploreFlow(workspace, definition);
}

/** The one way on which a run gets stuck, as the test that shows it. */
function stuckChat(exploration: Exploration): string {
  const [flaw, ...others] = exploration.flaws;
  if (flaw === undefined || others.length > 0) throw new Error('There is not one flaw.');
  expect(flaw.code).toBe('stuck-end');
  return writeTest('guide', flaw);
}

const branch = (condition: string): string => `  - if:
      ${condition}
    then:
      - say: This way.
    else:
      - end
`;

describe('exploring tells contacts apart', () => {
  it.each([
    ['a tag', 'tag: vip', 'tags:\n        - vip'],
    ['what is remembered', 'contact.city: Kiel', 'fields:\n        city: Kiel'],
    ['their name', 'contact.first_name: { known: yes }', 'first_name: '],
    ['consent', 'consent.weekly_tips: yes', 'consent:\n        - weekly_tips'],
    ['opening hours', 'office_hours: "no"', 'at: sun 16:00'],
    ['the day', 'weekday: sat', 'at: sat 16:00'],
    ['the time', 'time: { from: "22:30", to: "06:00" }', 'at: sun 03:00'],
    ['both', 'weekday: fri\n      time: { from: "12:00", to: "12:30" }', 'at: fri 12:00'],
    ['how often they came', 'visits: { at_least: 3 }', 'visits:\n        guide: 2'],
    ['a score', 'score.interest: { more_than: 4 }', 'fields:\n        interest: "5"'],
    ['their language', 'language: de', 'language: de'],
  ])('by %s', (_, condition, expected) => {
    expect(stuckChat(explore(branch(condition)))).toContain(expected);
  });

  it.each([
    ['a number', 'kind: number', '{ at_least: 20 }', '- me: "20"'],
    ['a date', 'kind: date', '{ before: today }', '- me: yesterday'],
    ['a choice of several', 'kind: several\n    choices: [a, b, c, d]', '{ includes: c }', '- tap: c'],
    ['what came in one breath', 'settle: 4s', '{ starts_with: help me }', '- me: help me and more'],
    ['a rating', 'kind: rating', '{ more_than: 4 }', '- tap: ⭐⭐⭐⭐⭐'],
    [
      'an example',
      'kind: pattern\n    pattern: "[A-Z]{2}[0-9]"\n    example: XY1',
      '{ known: yes }',
      '- me: XY1',
    ],
  ])('by %s', (_, kind, test, line) => {
    const exploration = explore(
      `  - ask: What is it?\n    save: x\n    ${kind}\n${branch(`answer.x: ${test}`)}`,
    );
    expect(exploration.gaps).toEqual([]);
    expect(stuckChat(exploration)).toContain(line);
  });

  it('by the words of an answer', () => {
    const chat = stuckChat(
      explore(`  - ask: What do you do?\n    save: work\n${branch('answer.work: { has_word: [shop] }')}`),
    );

    expect(chat).toContain('- me: shop');
  });

  it('by the way of a split', () => {
    const steps = `  - split: trial
    ways:
      short:
        then:
          - end
      long: {}
`;

    expect(stuckChat(explore(steps))).toContain('guide');
    expect(explore(steps).missed).toEqual([]);
  });

  it('by what a flow that is run leaves behind', () => {
    const steps = `  - run: other\n${branch('tag: vip')}`;
    const other = 'flow: other\nsteps:\n  - tag: vip\n';

    expect(stuckChat(explore(steps, { 'other.yaml': other }))).toContain('handoff: none');
  });

  it('not by what no condition looks at', () => {
    const { openings, states } = explore(
      '  - ask: What do you do?\n    save: work\n  - say: Nice.\n  - end\n',
    );

    expect(openings).toBe(1);
    // Asked, asked and handed over, and over.
    expect(states).toBeLessThanOrEqual(5);
  });
});
