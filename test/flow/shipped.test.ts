import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keywordMatches } from '../../src/core/keyword.js';
import { assembleWorkspace, compileFlows } from '../../src/flow/assemble.js';
import { placeSteps } from '../../src/flow/compile/placed-steps.js';
import type { StepDefinition, TriggerDefinition } from '../../src/flow/definition.js';
import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import { answerKinds } from '../../src/flow/steps/answer-kinds.js';
import { verbs } from '../../src/flow/steps/step-kinds.js';
import { measureCoverage } from '../../src/flow/transcript/coverage.js';
import { runTranscript } from '../../src/flow/transcript/run-transcript.js';
import { connectableChannels } from '../../src/flow/workspace/account-channels.js';
import { triggerNames } from '../../src/flow/triggers/trigger-kinds.js';

const folder = new URL('../../flows/', import.meta.url);
const paths = readdirSync(folder);
const files = paths.map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

const { workspaces, issues } = readFlowFiles(files);
const [shipped] = workspaces;
if (shipped === undefined) throw new Error('There is no shipped workspace.');
const compiled = compileFlows(shipped.flows, (text) => createHash('sha256').update(text).digest('hex'));
const workspace = assembleWorkspace(shipped.definition, compiled, () => undefined);
const tests = shipped.tests.flatMap((file) =>
  file.tests.map((test) => ({ name: `${file.flow}: ${test.name}`, test })),
);
const starts = shipped.flows.flatMap(({ start }) => start);
const steps = shipped.flows.flatMap((flow) => placeSteps(flow.steps).map(({ step }) => step));

/** What a step asks for; none where it asks nothing, or takes its choices or any words. */
function answerKindOf(step: StepDefinition): readonly string[] {
  const kind = 'question' in step ? step.question.kind?.kind : undefined;
  return kind === undefined ? [] : [kind];
}

function keywordMatchOf(start: TriggerDefinition): readonly string[] {
  return start.kind === 'keyword' ? [start.match] : [];
}

/** The accounts that stand there as a remark. */
function withAccounts(text: string): string {
  const lines = text.split('\n');
  const from = lines.indexOf('# accounts:');
  const length = lines.slice(from).findIndex((line) => !line.startsWith('#'));
  return lines
    .map((line, at) => (at >= from && at < from + length ? line.replace(/^# /u, '') : line))
    .join('\n');
}

describe('the shipped workspace', () => {
  it('has no mistake, and nothing to be warned about', () => {
    expect(issues).toEqual([]);
    // Each file beside workspace.yaml, faq.yaml, the tests and the translations is a flow of its name.
    const named = paths.filter((path) => /^(?!workspace|faq)[a-z_]+\.yaml$/u.test(path));
    expect(named.length).toBeGreaterThan(1);
    expect(shipped.flows.map(({ name }) => `${name}.yaml`).toSorted()).toEqual(named.toSorted());
  });

  it('has no account, so that the simulator is on', () => {
    expect(shipped.definition.accounts).toEqual([]);
  });

  it('stands on every channel that its accounts may be on', () => {
    const connected = files.map((file) =>
      file.path === 'workspace.yaml' ? { ...file, text: withAccounts(file.text) } : file,
    );
    const read = readFlowFiles(connected);
    expect(read.issues).toEqual([]);
    const channels = read.workspaces[0]?.definition.accounts.map(({ channel }) => channel);
    expect(channels).toEqual(connectableChannels);
  });

  it('is tried on every channel', () => {
    const tried = new Set(tests.map(({ test }) => test.on));
    expect(connectableChannels.filter((channel) => !tried.has(channel))).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['verb', verbs, steps.map(({ verb }) => verb)],
    ['trigger', triggerNames, starts.map(({ kind }) => kind)],
    ['way to meet a keyword', keywordMatches, starts.flatMap(keywordMatchOf)],
    ['kind of answer', Object.keys(answerKinds), steps.flatMap(answerKindOf)],
  ])('uses every %s', (_what, all, used) => {
    expect(all.filter((one) => !used.includes(one))).toEqual([]);
  });

  it.each(tests)('chats as written: $name', ({ test }) => {
    expect(runTranscript(workspace, test).failures).toEqual([]);
  });

  it('has every step of its flows tested, and nearly every way out of one', () => {
    const footprints = tests.map(({ test }) => runTranscript(workspace, test).footprints);
    const coverage = measureCoverage(shipped.flows, footprints);
    expect(coverage.flatMap(({ missed }) => missed.map(({ path }) => path))).toEqual([]);
    const branches = coverage.reduce((sum, one) => sum + one.branches, 0);
    const missed = coverage.flatMap(({ missedBranches }) => missedBranches);
    expect(missed.length / branches).toBeLessThanOrEqual(0.05);
  });
});
