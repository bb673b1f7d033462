import { describe, expect, it } from 'vitest';
import { assembleWorkspace, compileFlows } from '../../src/flow/assemble.js';
import { exploreFlow } from '../../src/flow/explore/explore.js';
import { formatIssue } from '../../src/flow/format-issue.js';
import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import { exampleWorkspace } from '../../src/flow/reference/file-examples.js';
import { answerKinds } from '../../src/flow/steps/answer-kinds.js';
import { verbs } from '../../src/flow/steps/step-kinds.js';
import { runTranscript } from '../../src/flow/transcript/run-transcript.js';
import { triggerNames } from '../../src/flow/triggers/trigger-kinds.js';
import { sha256 } from '../flow/transcript/workspace.js';
import { codeBlocksOf, readPage } from './code-blocks.js';
import type { CodeBlock } from './code-blocks.js';

const page = readPage('reference.md');
const blocks = codeBlocksOf(page);
const examples = [...new Set(blocks.map(({ heading }) => heading))].map(
  (heading) => [heading, blocks.filter((block) => block.heading === heading)] as const,
);

/** The files of an example, as they stand on the page. */
function readExample(shown: readonly CodeBlock[]) {
  const files = {
    'workspace.yaml': exampleWorkspace,
    ...Object.fromEntries(shown.map(({ label, text }) => [label, text])),
  };
  const { workspaces, issues } = readFlowFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const [read] = workspaces;
  if (read === undefined) throw new Error('There is no workspace.');
  return { read, issues: issues.map((issue) => formatIssue(issue)) };
}

describe.each(examples)('the example under "%s"', (_heading, shown) => {
  const { read, issues } = readExample(shown);

  it('has no mistake', () => {
    expect(issues).toEqual([]);
  });

  it('does what it shows, and ends whatever happens', () => {
    const compiled = compileFlows(read.flows, sha256);
    const workspace = assembleWorkspace(read.definition, compiled, () => undefined);
    const failures = read.tests.flatMap(({ tests }) =>
      tests.flatMap((test) =>
        runTranscript(workspace, test).failures.map(
          ({ line, message }) => `${test.name}, ${line}: ${message}`,
        ),
      ),
    );
    expect(failures).toEqual([]);
    expect(read.flows.flatMap((flow) => exploreFlow(workspace, flow).flaws)).toEqual([]);
  });
});

describe('the reference', () => {
  const headings = new Set(page.match(/(?<=^#+ ).*$/gmu));

  it('shows an example of every verb and every trigger', () => {
    const shown = new Set(examples.map(([heading]) => heading));
    expect(verbs.filter((verb) => !shown.has(verb))).toEqual([]);
    expect(triggerNames.filter((name) => !shown.has(`start: ${name}`))).toEqual([]);
  });

  it('shows every kind of answer at work', () => {
    const { text } = blocks.find(({ label }) => label === 'workshop.yaml')!;
    expect(Object.keys(answerKinds).filter((kind) => !text.includes(`kind: ${kind}\n`))).toEqual([]);
  });

  it('leads to its own headings only', () => {
    const anchors = new Set(
      [...headings].map((title) =>
        title
          .toLowerCase()
          .replace(/[^\w\s-]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    const links = [...page.matchAll(/\]\(#(?<anchor>[^)]*)\)/gu)].map(
      ({ groups }) => groups?.['anchor'] ?? '',
    );
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  it('says of every key what it means, or shows it', () => {
    const mute = page.split('\n').filter((line) => /^- `[^`]*`$/u.test(line));
    expect(mute).toEqual([]);
  });
});
