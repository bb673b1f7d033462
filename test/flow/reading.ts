import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import type { ReadResult } from '../../src/flow/read-flow-files.js';
import type { FlowDefinition, StepDefinition } from '../../src/flow/definition.js';
import type { Issue } from '../../src/flow/issue.js';

/** A workspace with one of everything, on channels that have limits. */
export const workspace = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
accounts:
  - { channel: instagram, name: studio_ig, id: "17841400000000001", token: $INSTAGRAM_TOKEN, secret: $META_APP_SECRET }
topics:
  weekly_tips: { title: Weekly tips, notice: "One short tip a week? Reply STOP to end.", at_most: 1/week }
  silent_topic: { title: No notice yet }
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
links:
  guide: { to: "https://example.com/guide", label: Get the guide, utm: { medium: dm, campaign: guide } }
never_say: [guaranteed, "100% safe"]
`;

/** Reads these files, by path, beside the workspace above unless they bring their own. */
export function readFiles(files: Readonly<Record<string, string>>): ReadResult {
  const all = { 'workspace.yaml': workspace, ...files };
  return readFlowFiles(Object.entries(all).map(([path, text]) => ({ path, text })));
}

/** What is wrong with the files, as `guide.yaml:4:7 unknown-step`. */
export function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return readFiles(files).issues.map(describeIssue);
}

/** What is wrong with one flow, given its steps as they stand from line 4 on; lines and columns count in that file. */
export function problemsOfSteps(steps: string): readonly string[] {
  return issuesOfSteps(steps).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

export function issuesOfSteps(steps: string): readonly Issue[] {
  return readFiles({ 'guide.yaml': flowOf(steps) }).issues;
}

/** The one issue that these steps have. */
export function onlyIssueOf(steps: string): Issue {
  const issues = issuesOfSteps(steps);
  const [issue] = issues;
  if (issue === undefined || issues.length > 1) {
    throw new Error(`Expected one issue, found ${issues.map(describeIssue).join('; ') || 'none'}.`);
  }
  return issue;
}

/** The definition of a flow with these steps, which must be free of mistakes. */
export function definitionOf(steps: string): FlowDefinition {
  const { workspaces, issues } = readFiles({ 'guide.yaml': flowOf(steps) });
  const definition = workspaces[0]?.flows[0];
  if (definition === undefined || issues.length > 0) {
    throw new Error(`Expected a sound flow: ${issues.map(describeIssue).join('; ')}`);
  }
  return definition;
}

/** The first step with this verb in a flow of these steps, which must be free of mistakes. */
export function firstStep<V extends StepDefinition['verb']>(
  verb: V,
  steps: string,
): Extract<StepDefinition, { readonly verb: V }> {
  const step = definitionOf(steps).steps.find((one) => one.verb === verb);
  if (step === undefined) throw new Error(`There is no ${verb}.`);
  return step as Extract<StepDefinition, { readonly verb: V }>;
}

/** The steps begin in line 4. */
export function flowOf(steps: string): string {
  return `flow: guide\nstart: [{ keyword: guide }]\nsteps:\n${steps.replace(/^\n/u, '')}`;
}

function describeIssue({ file, line, column, code }: Issue): string {
  return `${file}:${line}:${column} ${code}`;
}
