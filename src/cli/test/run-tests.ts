import type { Place } from '../../flow/issue.js';
import type { FlowTest } from '../../flow/test-definition.js';
import { measureCoverage } from '../../flow/transcript/coverage.js';
import type { FlowCoverage } from '../../flow/transcript/coverage.js';
import { measureFaqCoverage } from '../../flow/transcript/faq-coverage.js';
import type { FaqCoverage } from '../../flow/transcript/faq-coverage.js';
import { runTranscript } from '../../flow/transcript/run-transcript.js';
import type { TranscriptFailure } from '../../flow/transcript/chat-player.js';
import type { LoadedWorkspace } from '../read-folder.js';

/** What became of one test. */
export interface TestOutcome {
  readonly workspace: string;
  readonly file: string;
  readonly flow: string;
  readonly name: string;
  readonly line: number;
  /** Empty: it passed. */
  readonly failures: readonly TranscriptFailure[];
}

/** How much of one flow all tests together have been through. */
export interface CoverageLine {
  readonly workspace: string;
  readonly flow: string;
  readonly steps: number;
  /** Paths of the steps that no test enters. */
  readonly missed: readonly string[];
  /** Ways out of the steps that have several. */
  readonly branches: number;
  readonly missedBranches: FlowCoverage['missedBranches'];
  /** Where the steps stand that are missed, or have a branch that is. */
  readonly places: Readonly<Record<string, Place>>;
}

/** How many questions of one workspace's FAQ all tests together have asked. */
export interface FaqLine extends FaqCoverage {
  readonly workspace: string;
  /** Where those stand that are missed. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Everything that a run of all tests of a folder says. */
export interface TestRun {
  readonly tests: readonly TestOutcome[];
  readonly coverage: readonly CoverageLine[];
  /** Of the workspaces that have an FAQ. */
  readonly faq: readonly FaqLine[];
}

/** Runs the tests of all workspaces that are wanted, in the order of their files. */
export function runTests(
  workspaces: readonly LoadedWorkspace[],
  isWanted: (test: FlowTest) => boolean = () => true,
): TestRun {
  const runs = workspaces.map((loaded) => runTestsOf(loaded, isWanted));
  return {
    tests: runs.flatMap(({ tests }) => tests),
    coverage: runs.flatMap(({ coverage }) => coverage),
    faq: runs.flatMap(({ faq }) => faq),
  };
}

function runTestsOf({ files, workspace }: LoadedWorkspace, isWanted: (test: FlowTest) => boolean): TestRun {
  const results = files.tests.flatMap(({ file, flow, tests }) =>
    tests.filter(isWanted).map((test) => ({ file, flow, ...runTranscript(workspace, test) })),
  );
  const footprints = results.map((result) => result.footprints);
  return {
    tests: results.map(({ file, flow, test, failures }) => ({
      workspace: files.name,
      file,
      flow,
      name: test.name,
      line: test.place.line,
      failures,
    })),
    coverage: measureCoverage(files.flows, footprints).map((measured) =>
      coverageLine(files.name, measured, files.stepPlaces.get(measured.flow)),
    ),
    faq: faqLines(files, measureFaqCoverage(workspace.faq, footprints)),
  };
}

function faqLines(
  { name, questionPlaces }: LoadedWorkspace['files'],
  measured: FaqCoverage | null,
): readonly FaqLine[] {
  if (measured === null) return [];
  const places = measured.missed.flatMap((id) => placeIn(questionPlaces, id));
  return [{ workspace: name, ...measured, places: Object.fromEntries(places) }];
}

function placeIn(
  places: ReadonlyMap<string, Place> | undefined,
  name: string,
): readonly (readonly [name: string, place: Place])[] {
  const place = places?.get(name);
  return place === undefined ? [] : [[name, place]];
}

function coverageLine(
  workspace: string,
  { flow, steps, missed, branches, missedBranches }: FlowCoverage,
  places: ReadonlyMap<string, Place> | undefined,
): CoverageLine {
  const paths = missed.map(({ path }) => path);
  const shown = new Set([...paths, ...missedBranches.map(({ step }) => step)]);
  const placed = [...shown].flatMap((path) => placeIn(places, path));
  return {
    workspace,
    flow,
    steps,
    missed: paths,
    branches,
    missedBranches,
    places: Object.fromEntries(placed),
  };
}
