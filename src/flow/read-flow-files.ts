import { checkFaq } from './check/check-faq.js';
import { checkFlows } from './check/check-flows.js';
import { checkRating } from './check/check-rating.js';
import { checkFlowName } from './check/check-references.js';
import { checkSplitsOfTests } from './check/check-splits.js';
import { checkSecrets } from './check/check-secrets.js';
import type { FlowDefinition } from './definition.js';
import { readFaq } from './faq/read-faq.js';
import type { FaqReading } from './faq/read-faq.js';
import type { ReadFlow } from './flow-source.js';
import type { Issue, Place } from './issue.js';
import { layOutWorkspaces } from './layout.js';
import type { WorkspaceFolder } from './layout.js';
import { atOnce, type Piecewise } from './piecewise.js';
import { flowNameOf, readFlow } from './read-flow.js';
import { Report } from './report.js';
import type { TestFile } from './test-definition.js';
import { checkTranslations } from './translation/check-translations.js';
import { languageOfFile, readTranslation } from './translation/translation-file.js';
import type { Translation } from './translation/translation-file.js';
import { readTestFile } from './test-file/read-test-file.js';
import type { Vocabulary } from './vocabulary.js';
import type { WorkspaceDefinition } from './workspace-definition.js';
import { couponPlaces } from './workspace/coupons.js';
import { readWorkspace, unknownVocabulary } from './workspace/read-workspace.js';
import type { WorkspaceReading } from './workspace/read-workspace.js';
import { readYaml } from './yaml/read-yaml.js';
import type { SourceFile } from './yaml/source-file.js';

/** One workspace as its files say it. */
export interface WorkspaceFiles {
  readonly name: string;
  readonly definition: WorkspaceDefinition;
  /** In the order of their files' paths. */
  readonly flows: readonly FlowDefinition[];
  readonly tests: readonly TestFile[];
  /** Where each step stands, by its flow's name and its path: what was never tested, or was said, can be shown there. */
  readonly stepPlaces: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  /** Where each question of the FAQ stands, by its id. */
  readonly questionPlaces: ReadonlyMap<string, Place>;
}

export interface ReadResult {
  /** Without what could not be read. Load none of them while an issue is an error. */
  readonly workspaces: readonly WorkspaceFiles[];
  /** Every mistake in every file, by file, line and column. */
  readonly issues: readonly Issue[];
}

/**
 * Reads and checks the files of `FLOWS_DIR`, whose paths are relative to it. Never throws, whatever the files hold.
 */
export function readFlowFiles(files: readonly SourceFile[]): ReadResult {
  return atOnce(readFlowFilesPiecewise(files));
}

/** The same, a file at a time. */
export function* readFlowFilesPiecewise(files: readonly SourceFile[]): Piecewise<ReadResult> {
  const report = new Report();
  const workspaces: WorkspaceFiles[] = [];
  for (const folder of layOutWorkspaces(files, report)) {
    const read = yield* readFolder(folder, report);
    if (read !== null) workspaces.push(read);
  }
  return { workspaces, issues: report.issues };
}

function* readFolder(folder: WorkspaceFolder, report: Report): Piecewise<WorkspaceFiles | null> {
  const { definition, vocabulary, mentions } = readWorkspaceFile(folder, report);
  const translations = folder.translationFiles.flatMap(
    (file) => readTranslationFile(file, vocabulary, report) ?? [],
  );
  const read: { readonly file: SourceFile; readonly flow: ReadFlow | null }[] = [];
  for (const file of folder.flowFiles) {
    read.push({ file, flow: readFlowFile(file, translations, vocabulary, report) });
    yield;
  }
  const flows = withoutDuplicates(
    read.flatMap(({ flow }) => flow ?? []),
    report,
  );
  const unread = read.flatMap(({ file, flow }) => (flow === null ? [flowNameOf(file.path)] : []));
  const names = [...flows.map((flow) => flow.definition.name), ...unread];
  const faq = readFaqFile(folder, vocabulary, definition?.languages ?? [], report);
  yield* checkFlows(flows, names, [...mentions, ...(faq?.mentions ?? [])], report);
  for (const mention of mentions) checkRating(mention, flows, report);
  for (const { flow, flowPlace } of translations) checkFlowName(flow, names, flowPlace, report);
  checkTranslations(flows, report);
  if (faq !== null) checkFaq(faq, flows, report);
  const tests = folder.testFiles.flatMap((file) => readTests(file, vocabulary, names, report) ?? []);
  checkSplitsOfTests(tests, flows, report);
  if (definition === null) return null;
  return {
    name: folder.name,
    definition: faq === null ? definition : { ...definition, faq: faq.definition },
    flows: flows.map((flow) => flow.definition),
    tests,
    stepPlaces: new Map(flows.map((flow) => [flow.definition.name, flow.notes.stepPlaces])),
    questionPlaces: new Map(faq?.questions.map(({ entry, place }) => [entry.id, place])),
  };
}

function readWorkspaceFile(folder: WorkspaceFolder, report: Report): WorkspaceReading {
  const { name, workspaceFile, textFiles } = folder;
  const nothing = { definition: null, vocabulary: unknownVocabulary(), mentions: [] };
  if (workspaceFile === null) return nothing;
  checkSecrets(workspaceFile, report, () => codePlacesIn(workspaceFile));
  const node = readYaml(workspaceFile, report);
  return node === null ? nothing : readWorkspace(node, { name, textFiles }, report);
}

/** What else the file says, and whether it says it right, is for its own reading to report. */
function codePlacesIn(workspaceFile: SourceFile): readonly Place[] {
  const node = readYaml(workspaceFile, new Report());
  return node === null ? [] : couponPlaces(node);
}

function readFaqFile(
  { faqFile }: WorkspaceFolder,
  vocabulary: Vocabulary,
  languages: readonly string[],
  report: Report,
): FaqReading | null {
  const node = faqFile && readSource(faqFile, report);
  return node && readFaq(node, { vocabulary, languages, report });
}

function readFlowFile(
  file: SourceFile,
  translations: readonly Translation[],
  vocabulary: Vocabulary,
  report: Report,
): ReadFlow | null {
  const node = readSource(file, report);
  return node && readFlow(node, { file: file.path, translations, vocabulary, report });
}

function readTranslationFile(file: SourceFile, vocabulary: Vocabulary, report: Report): Translation | null {
  const node = readSource(file, report);
  const language = languageOfFile(file.path) ?? '';
  return node && readTranslation(node, { file: file.path, language, vocabulary, report });
}

function readTests(
  file: SourceFile,
  vocabulary: Vocabulary,
  flows: readonly string[],
  report: Report,
): TestFile | null {
  const node = readSource(file, report);
  const reading = node && readTestFile(node, file.path, vocabulary, report);
  if (reading === null) return null;
  const { file: test, flowPlace } = reading;
  if (flowPlace !== null) checkFlowName(test.flow, flows, flowPlace, report);
  return test;
}

function readSource(file: SourceFile, report: Report) {
  checkSecrets(file, report);
  return readYaml(file, report);
}

/** Of two flows of one name the first is kept, as for keywords. */
function withoutDuplicates(flows: readonly ReadFlow[], report: Report): readonly ReadFlow[] {
  const byName = new Map<string, ReadFlow>();
  for (const flow of flows) {
    const { name } = flow.definition;
    const first = byName.get(name);
    if (first === undefined) byName.set(name, flow);
    else {
      const { file, line, column } = first.place;
      report.error(flow.place, 'duplicate-flow', `Another flow is called "${name}" already.`, {
        hint: `It stands in ${file}:${line}:${column}.`,
      });
    }
  }
  return [...byName.values()];
}
