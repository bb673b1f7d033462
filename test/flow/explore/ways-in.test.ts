import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import { exploreFlow } from '../../../src/flow/explore/explore.js';
import type { Exploration } from '../../../src/flow/explore/explore.js';
import { writeTest } from '../../../src/flow/explore/write-test.js';
import { readFlowFiles } from '../../../src/flow/read-flow-files.js';
import { runTranscript } from '../../../src/flow/transcript/run-transcript.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const workspaceFile = `brand: Studio Nord
timezone: Europe/Berlin
hours: { mon-fri: "09:00-18:00" }
topics: { tips: { notice: A tip? } }
accounts:
  - { channel: instagram, name: studio_ig, id: "17841400000000001", token: $INSTAGRAM_TOKEN, secret: $META_APP_SECRET }
`;

function load(...flows: readonly string[]) {
  const files = [workspaceFile, ...flows].map((text, index) => ({
    path: index === 0 ? 'workspace.yaml' : `${/^flow: (\w+)/u.exec(text)?.[1] ?? ''}.yaml`,
    text,
  }));
  const [read] = readFlowFiles(files).workspaces;
  if (read === undefined) throw new Error('There is no workspace.');
  return {
    read,
    served: assembleWorkspace(read.definition, compileFlows(read.flows, sha256), () => undefined),
  };
}

function explore(...flows: readonly string[]): Exploration {
  const { read, served } = load(...flows);
  const [first] = read.flows;
  if (first === undefined) throw new Error('There is no flow.');
  return exploreFlow(served, first);
}

const steps = `steps:
  - ask: What are you working on?
    id: project
    within: 20h
    otherwise: end
  - outcome: answered
`;

describe('exploring a flow', () => {
  it.each([
    '- keyword: guide',
    '- keyword: { near: guide }',
    '- keyword: { contains: guide }',
    '- keyword: { starts_with: guide }',
    '- keyword: { pattern: "order [0-9]+" }',
    '- comment: guide',
    '- comment: any\n    posts: ["17"]',
    '- story_reply: wow',
    '- story_reply: any',
    '- story_mention: any',
    '- ref: spring',
    '- ad: "120"',
    '- ad: any',
    '- postback: GO',
    '- ice_breaker: What do you offer?',
    '- menu: Offers',
    '- first_message: any',
    '- outside_hours: any',
    '- after: { outcome: delivered, wait: 4h }',
  ])('begins it by %s, and comes to each of its steps', (start) => {
    const { flaws, gaps, missed } = explore(`flow: guide\nstart:\n  ${start}\n${steps}`);
    expect({ flaws, gaps, missed }).toEqual({ flaws: [], gaps: [], missed: [] });
  });

  it('finds what is said after a comment before the contact has written, and shows it in a test that runs', () => {
    const chatty = `flow: guide\nstart:\n  - comment: guide\nsteps:\n  - say: Here it is.\n  - say: And more.\n  - end\n`;
    const { flaws } = explore(chatty);
    expect(flaws.map(({ code }) => code)).toEqual(['no-basis']);

    const { served } = load(chatty);
    const file = { path: 'guide.test.yaml', text: writeTest('guide', flaws[0]!) };
    const { workspaces } = readFlowFiles([{ path: 'workspace.yaml', text: workspaceFile }, file]);
    const [test] = workspaces[0]?.tests[0]?.tests ?? [];
    expect(test?.chat.map(({ kind }) => kind)).toEqual(['comment', 'bot']);
    expect(runTranscript(served, test!).failures).toEqual([]);
  });

  it('goes on into what follows its outcome', () => {
    const guide = `flow: guide\nstart:\n  - keyword: guide\nsteps:\n  - say: Here it is.\n  - outcome: delivered\n`;
    const later = (wait: string) =>
      `flow: later\nstart:\n  - after: { outcome: delivered, wait: ${wait} }\nsteps:\n  - say: Did it help?\n  - end\n`;
    expect(explore(guide, later('4h')).flaws).toEqual([]);
    expect(explore(guide, later('30h')).flaws.map(({ code }) => code)).toEqual(['no-basis']);
  });

  it('takes no fault in what says itself what becomes of it after the reply window', () => {
    const guide = (outside: string) =>
      `flow: guide\nstart:\n  - keyword: guide\nsteps:\n  - say: Here it is.\n  - wait: 30h\n  - say: Did it help?\n${outside}  - end\n`;
    expect(explore(guide('')).flaws.map(({ code }) => code)).toEqual(['no-basis']);
    expect(explore(guide('    outside_window: { topic: tips }\n')).flaws).toEqual([]);
  });

  it.each(['- keyword: { contains: guide }', '- keyword: { near: guide }'])(
    'comes to an end although %s is only one word more of an answer that is being gathered',
    (start) => {
      const asking = `  - ask: What for?\n    save: wish\n    settle: 4s\n    within: 20h\n    otherwise: end\n`;
      const { states, gaps, missed } = explore(`flow: guide\nstart:\n  ${start}\nsteps:\n${asking}  - end\n`);
      expect({ gaps, missed }).toEqual({ gaps: [], missed: [] });
      expect(states).toBeLessThan(100);
    },
  );

  it('lets the time of a question run out that a follow-up asks', () => {
    const guide = `flow: guide\nstart:\n  - keyword: guide\nsteps:\n  - outcome: delivered\n`;
    const later = `flow: later\nstart:\n  - after: { outcome: delivered, wait: 4h }\nsteps:\n  - ask: Did it help?\n    within: 3h\n    otherwise: end\n  - end\n`;
    expect(explore(guide, later).flaws).toEqual([]);
  });
});
