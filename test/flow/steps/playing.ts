import { expect } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../../src/flow/assemble.js';
import { formatIssue } from '../../../src/flow/format-issue.js';
import { runTranscript } from '../../../src/flow/transcript/run-transcript.js';
import { readFiles } from '../reading.js';
import { sha256 } from '../transcript/workspace.js';

/** Files of a workspace without limits: what is played here is what the steps do. */
export const anyTime = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
topics:
  weekly_tips: { title: Weekly tips, notice: One short tip a week? }
`;

/**
 * Plays the chats of a flow's tests.
 *
 * @param tests What stands under `tests:` in its test file.
 * @returns Where they did not go as written; empty: they went.
 */
export function playChats(
  flows: Readonly<Record<string, string>>,
  tests: string,
  workspaceFile: string = anyTime,
): readonly string[] {
  const [first = ''] = Object.keys(flows);
  const files = {
    'workspace.yaml': workspaceFile,
    ...Object.fromEntries(Object.entries(flows).map(([name, text]) => [`${name}.yaml`, text])),
    [`${first}.test.yaml`]: `flow: ${first}\ntests:\n${tests}`,
  };
  const { workspaces, issues } = readFiles(files);
  expect(issues.map((issue) => formatIssue(issue))).toEqual([]);
  const [read] = workspaces;
  if (read === undefined) throw new Error('There is no workspace.');
  const workspace = assembleWorkspace(read.definition, compileFlows(read.flows, sha256), () => undefined);
  return read.tests.flatMap((file) =>
    file.tests.flatMap((test) =>
      runTranscript(workspace, test).failures.map(({ line, message }) => `${test.name}, ${line}: ${message}`),
    ),
  );
}
