import { readFlowFiles } from '../read-flow-files.js';
import type { ReadResult } from '../read-flow-files.js';
import type { SourceFile } from '../yaml/source-file.js';
import type { Fix } from './fix.js';
import { nameSteps } from './name-steps.js';
import { quoteTexts } from './quote-texts.js';
import { quoteWords } from './quote-words.js';
import { applyEdits } from './text-edit.js';

/** A file as it reads after mending. */
export interface FixedFile {
  readonly file: SourceFile;
  readonly fixes: readonly Fix[];
}

/** Files whose mistakes were mended where only one mending is possible; others are left out. Never throws. */
export function fixFiles(all: readonly SourceFile[]): readonly FixedFile[] {
  const files = wholeFiles(all);
  const quoted = fixEach(files, (file) => quoteTexts(file));
  const spelt = readFlowFiles(current(files, quoted)).issues;
  const worded = fixEach(current(files, quoted), (file) => quoteWords(file, spelt));
  const texts = current(current(files, quoted), worded);
  const read = readFlowFiles(texts);
  const named = fixEach(texts, (file) => nameStepsOf(file, read));
  return merge([quoted, worded, named], current(texts, named));
}

/** Of a file that is too big only the beginning was handed in; written back it would lose the rest. */
function wholeFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const { issues } = readFlowFiles(files);
  const tooBig = new Set(issues.flatMap(({ code, file }) => (code === 'file-too-big' ? [file] : [])));
  return files.filter(({ path }) => !tooBig.has(path));
}

type FixesByPath = ReadonlyMap<string, { readonly file: SourceFile; readonly fixes: readonly Fix[] }>;

function fixEach(files: readonly SourceFile[], fixesOf: (file: SourceFile) => readonly Fix[]): FixesByPath {
  return new Map(
    files.flatMap((file) => {
      const fixes = fixesOf(file);
      const fixed = { file: { ...file, text: applyEdits(file.text, fixes) }, fixes };
      return fixes.length === 0 ? [] : [[file.path, fixed] as const];
    }),
  );
}

function current(files: readonly SourceFile[], fixed: FixesByPath): readonly SourceFile[] {
  return files.map((file) => fixed.get(file.path)?.file ?? file);
}

function merge(rounds: readonly FixesByPath[], texts: readonly SourceFile[]): readonly FixedFile[] {
  return texts.flatMap((file) => {
    const fixes = rounds.flatMap((round) => round.get(file.path)?.fixes ?? []);
    return fixes.length === 0 ? [] : [{ file, fixes }];
  });
}

/** Only where the whole file could be read: a step that is missing may have had the name that would be given. */
function nameStepsOf(file: SourceFile, { workspaces, issues }: ReadResult): readonly Fix[] {
  if (issues.some(({ severity, file: path }) => severity === 'error' && path === file.path)) return [];
  return workspaces.flatMap(({ flows, stepPlaces }) =>
    flows.flatMap((flow) => {
      const places = stepPlaces.get(flow.name) ?? new Map();
      const isHere = [...places.values()].some(({ file: path }) => path === file.path);
      return isHere ? nameSteps(file, flow, places) : [];
    }),
  );
}
