import { testOfFaq } from '../../flow/test-file/read-test-file.js';
import { measureCoverage, measureFaqCoverage } from '../../flow/transcript/coverage.js';
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
  /** What the steps are, where they are none: the questions of the FAQ. */
  readonly unit?: 'step' | 'question';
}

/** Everything that a run of all tests of a folder says. */
export interface TestRun {
  readonly tests: readonly TestOutcome[];
  readonly coverage: readonly CoverageLine[];
}

/** Runs all tests of all workspaces, in the order of their files. */
export function runTests(workspaces: readonly LoadedWorkspace[]): TestRun {
  const runs = workspaces.map(runTestsOf);
  return { tests: runs.flatMap(({ tests }) => tests), coverage: runs.flatMap(({ coverage }) => coverage) };
}

function runTestsOf({ files, workspace }: LoadedWorkspace): TestRun {
  const results = files.tests.flatMap(({ file, flow, tests }) =>
    tests.map((test) => ({ file, flow, ...runTranscript(workspace, test) })),
  );
  const footprints = results.map((result) => result.footprints);
  const faq = measureFaqCoverage(workspace.faq, footprints);
  return {
    tests: results.map(({ file, flow, test, failures }) => ({
      workspace: files.name,
      file,
      flow,
      name: test.name,
      line: test.place.line,
      failures,
    })),
    coverage: [
      ...measureCoverage(workspace.flows.values(), footprints).map(({ flow, steps, missed }) => ({
        workspace: files.name,
        flow,
        steps,
        missed: missed.map(({ path }) => path),
      })),
      ...(faq === null
        ? []
        : [
            {
              ...{ workspace: files.name, flow: testOfFaq, steps: faq.questions, missed: faq.missed },
              unit: 'question' as const,
            },
          ]),
    ],
  };
}
