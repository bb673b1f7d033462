import type { Report } from './report.js';
import { languageOfFile } from './translation/translation-file.js';
import { topOf } from './yaml/source-file.js';
import type { SourceFile } from './yaml/source-file.js';

/** The files of one workspace, by what they are. */
export interface WorkspaceFolder {
  readonly name: string;
  readonly workspaceFile: SourceFile | null;
  readonly faqFile: SourceFile | null;
  readonly flowFiles: readonly SourceFile[];
  /** Siblings of flow files, such as `guide.de.yaml`. */
  readonly translationFiles: readonly SourceFile[];
  readonly testFiles: readonly SourceFile[];
  /** Plain lists that workspace.yaml may name, by their paths from its folder. */
  readonly textFiles: ReadonlyMap<string, SourceFile>;
}

const workspaceFileName = 'workspace.yaml';
const faqFileName = 'faq.yaml';
/** Where `FLOWS_DIR` is the one workspace itself. */
const onlyWorkspace = 'main';

/**
 * Tells the workspaces of `FLOWS_DIR` apart: the folder itself is one where `workspace.yaml` stands at its root, else
 * each folder in it is one. Files are taken in the order of their paths.
 */
export function layOutWorkspaces(files: readonly SourceFile[], report: Report): readonly WorkspaceFolder[] {
  const yamlFiles = files
    .filter((file) => isYaml(file, report))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const isSingle = yamlFiles.some(({ path }) => path === workspaceFileName);
  const folders = isSingle ? new Map([['', yamlFiles]]) : byTopFolder(yamlFiles);
  if (yamlFiles.length === 0) reportMissing(workspaceFileName, report);
  return [...folders].flatMap(([folder, own]) => {
    if (folder === '' && !isSingle) {
      for (const { path } of own) reportStray(path, report);
      return [];
    }
    return [{ ...layOut(folder, own, report), textFiles: textFilesIn(folder, files) }];
  });
}

function layOut(
  folder: string,
  files: readonly SourceFile[],
  report: Report,
): Omit<WorkspaceFolder, 'textFiles'> {
  const pathOf = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  const workspacePath = pathOf(workspaceFileName);
  const workspaceFile = files.find(({ path }) => path === workspacePath) ?? null;
  if (workspaceFile === null) reportMissing(workspacePath, report);
  const faqFile = files.find(({ path }) => path === pathOf(faqFileName)) ?? null;
  const others = files.filter(
    (file) => file !== workspaceFile && file !== faqFile && isExpected(file, report),
  );
  if (!/^[a-z0-9_-]*$/u.test(folder)) reportFolderName(folder, workspacePath, report);
  return {
    name: folder === '' ? onlyWorkspace : folder,
    workspaceFile,
    faqFile,
    flowFiles: others.filter(({ path }) => !isTestFile(path) && languageOfFile(path) === null),
    translationFiles: others.filter(({ path }) => languageOfFile(path) !== null),
    testFiles: others.filter(({ path }) => isTestFile(path)),
  };
}

function textFilesIn(folder: string, files: readonly SourceFile[]): WorkspaceFolder['textFiles'] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const own = files.filter(({ path }) => path.endsWith('.txt') && path.startsWith(prefix));
  return new Map(own.map((file) => [file.path.slice(prefix.length), file]));
}

function isYaml({ path }: SourceFile, report: Report): boolean {
  if (path.endsWith('.yml')) {
    report.error(topOf(path), 'file-extension', 'Files of the flow language end in .yaml.', {
      hint: `Call it ${path.replace(/\.yml$/u, '.yaml')}.`,
    });
  }
  return path.endsWith('.yaml');
}

/** Whether it holds tests of flows, which are the author's and are never served. */
export function isTestFile(path: string): boolean {
  return path.endsWith('.test.yaml');
}

function isExpected({ path }: SourceFile, report: Report): boolean {
  switch (path.slice(path.lastIndexOf('/') + 1)) {
    case workspaceFileName:
      report.error(topOf(path), 'two-layouts', 'A workspace cannot stand inside another.', {
        hint: 'FLOWS_DIR is one workspace, with workspace.yaml at its root, or holds a folder for each; never both.',
      });
      return false;
    case faqFileName:
      report.error(topOf(path), 'misplaced-faq', 'A workspace has one faq.yaml, beside its workspace.yaml.', {
        hint: 'Move its questions there: they may be asked anywhere.',
      });
      return false;
    default:
      return true;
  }
}

function byTopFolder(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = topFolderOf(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}

function topFolderOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function reportMissing(path: string, report: Report): void {
  report.error(topOf(path), 'missing-workspace', 'There is no workspace.yaml here.', {
    hint: 'It says the brand, its languages, topics, teams and links; brand alone is enough to begin.',
  });
}

function reportStray(path: string, report: Report): void {
  report.error(topOf(path), 'missing-workspace', 'This file belongs to no workspace.', {
    hint: 'Put a workspace.yaml beside it, or move it into the folder of its workspace.',
  });
}

function reportFolderName(folder: string, path: string, report: Report): void {
  report.error(topOf(path), 'bad-name', `The folder "${folder}" cannot name a workspace.`, {
    hint: 'Use small letters, digits, - and _.',
  });
}
