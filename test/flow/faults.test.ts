import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingCodes, isFindingCode } from '../../src/flow/findings/catalogue.js';
import type { FindingCode } from '../../src/flow/findings/catalogue.js';
import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import type { SourceFile } from '../../src/flow/yaml/source-file.js';

/**
 * Files in which one thing is wrong, each as an author would come to write it. What is found stands in them:
 * `# ✗ unknown-verb` at the end of the line; where no comment can stand there, `# ✗ unclosed-quote at line 6`, or
 * `# ✗ bad-code at line 2 of coupons/spring.txt`.
 */
const folder = new URL('faults/', import.meta.url);

/** One mistake: the files around it, and what must be found in them. */
interface Fault {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly expected: readonly string[];
}

const shownByNoText: Readonly<Partial<Record<FindingCode, string>>> = {
  'unreadable-file': 'The file system refuses the file, so there is no text to be read.',
};

/** What takes more lines than a repository should carry. */
const writtenHere: readonly Fault[] = [
  {
    name: 'a file of 300 kB',
    files: withGuide([`# ${'A remark that somebody pasted again and again. '.repeat(6_400)}`]),
    expected: ['guide.yaml:1 file-too-big'],
  },
  {
    name: 'a thousand and one keywords',
    files: [
      ...soundFiles('workspace.yaml', 'hello.yaml'),
      {
        path: 'guide.yaml',
        text: [
          'flow: guide',
          'start:',
          '  - keyword:',
          ...numbered(1_001, (number) => `      - guide ${number}`),
          'steps:',
          '  - say: Here is the guide.',
          '  - outcome: delivered',
        ].join('\n'),
      },
    ],
    expected: ['guide.yaml:1004 too-many-items'],
  },
  {
    name: 'a calendar of more than a thousand steps',
    files: withGuide([
      '  - ask: Which month shall it be?',
      '    choices:',
      ...numbered(6, (month) => [
        `      - title: Month ${month}`,
        '        then:',
        ...numbered(200, (tip) => `          - say: Tip ${tip} of month ${month}.`),
      ]).flat(),
      '  - outcome: delivered',
    ]),
    expected: ['guide.yaml:1 too-many-steps'],
  },
];

const kept: readonly Fault[] = [
  ...faultsIn('flows', (file) => [
    ...soundFiles('workspace.yaml', 'pricing.yaml', 'team_size.yaml', 'guide.yaml').filter(
      ({ path }) => path !== nameOfFlow(file),
    ),
    { path: nameOfFlow(file), text: file.text },
  ]),
  ...faultsIn('workspaces', (file) => [
    { path: 'workspace.yaml', text: file.text },
    ...soundFiles('hello.yaml'),
  ]),
  ...faultsIn('tests', (file) => [...soundWorkspace(), { path: 'guide.test.yaml', text: file.text }]),
  ...faultsIn('faq', (file) => [...soundWorkspace(), { path: 'faq.yaml', text: file.text }]),
  ...readdirSync(new URL('sets/', folder)).sort().map(faultOfSet),
];

describe('the sound files that stand around each fault', () => {
  it('have none themselves', () => {
    expect(foundIn(soundWorkspace())).toEqual([]);
    expect(foundIn(soundFiles('workspace.yaml', 'hello.yaml'))).toEqual([]);
  });
});

describe('a file with one mistake shows that one, at its line:', () => {
  it.each([...kept, ...writtenHere])('$name', ({ files, expected }) => {
    expect(expected).toHaveLength(1);
    expect(foundIn(files)).toEqual(expected);
  });
});

describe('the faults', () => {
  it('are at least 150', () => {
    expect(kept.length).toBeGreaterThanOrEqual(150);
  });

  it('show every code of the catalogue, but for those that no text can show', () => {
    const shown = [...kept, ...writtenHere].flatMap(({ expected }) => expected.map(codeOf));
    expect(shown.filter((code) => !isFindingCode(code))).toEqual([]);
    const unseen = findingCodes.filter((code) => !shown.includes(code));
    expect(unseen).toEqual(Object.keys(shownByNoText));
  });
});

function foundIn(files: readonly SourceFile[]): readonly string[] {
  return readFlowFiles(files).issues.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

function codeOf(finding: string): string {
  return finding.slice(finding.lastIndexOf(' ') + 1);
}

function faultsIn(kind: string, around: (file: SourceFile) => readonly SourceFile[]): readonly Fault[] {
  return filesUnder(kind).map((file) => {
    const files = around(file);
    const own = files.filter(({ text }) => text === file.text);
    return { name: `${kind}/${file.path}`, files, expected: own.flatMap(expectedIn) };
  });
}

/** A set is a whole folder of flows, as it is. */
function faultOfSet(name: string): Fault {
  const files = filesUnder(`sets/${name}`);
  return { name: `sets/${name}`, files, expected: files.flatMap(expectedIn) };
}

function filesUnder(kind: string): readonly SourceFile[] {
  const under = new URL(`${kind}/`, folder);
  return readdirSync(under, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ya?ml|txt)$/u.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, under), 'utf8') }));
}

/** What a file says of itself. An empty one cannot: there is nothing in it. */
function expectedIn({ path, text }: SourceFile): readonly string[] {
  if (text === '') return [`${path}:1 empty-file`];
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/# ✗ ([a-z-]+)(?: at line (\d+)(?: of (\S+))?)?/gu)].map(
        ([, code = '', elsewhere = index + 1, file = path]) => `${file}:${elsewhere} ${code}`,
      ),
    );
}

function soundWorkspace(): readonly SourceFile[] {
  return soundFiles('workspace.yaml', 'guide.yaml', 'pricing.yaml', 'team_size.yaml');
}

function soundFiles(...paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => ({ path, text: readFileSync(new URL(`sound/${path}`, folder), 'utf8') }));
}

/** The file in which a flow is looked for. */
function nameOfFlow({ text }: SourceFile): string {
  const [, name = 'guide'] = /^flow: ([a-z_0-9]+)/mu.exec(text) ?? [];
  return `${name}.yaml`;
}

/** A guide of these steps, in a sound workspace. */
function withGuide(steps: readonly string[]): readonly SourceFile[] {
  const text = ['flow: guide', 'start:', '  - keyword: guide', 'steps:', ...steps].join('\n');
  return [...soundFiles('workspace.yaml', 'hello.yaml'), { path: 'guide.yaml', text }];
}

function numbered<T>(count: number, make: (number: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
