import { describe, expect, it } from 'vitest';
import { readFlowFiles } from '../../../src/flow/read-flow-files.js';
import { readFiles } from '../reading.js';

/** A list of these lines; they begin in line 4 of workspace.yaml. */
function read(lines: string, files: Readonly<Record<string, string>> = {}) {
  const indented = lines.trim().replaceAll(/^/gmu, '    ');
  const text = `brand: Studio Nord\ncoupons:\n  spring:\n${indented}\ntimezone: Europe/Berlin\n`;
  const { issues, workspaces } = readFiles({ 'workspace.yaml': text, ...files });
  return {
    problems: issues.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`),
    list: workspaces[0]?.definition.coupons[0],
  };
}

describe('a list of codes in workspace.yaml', () => {
  it('may stand there itself', () => {
    expect(read('codes: [A1, B2]')).toEqual({
      problems: [],
      list: { name: 'spring', codes: ['A1', 'B2'], perContact: 1, endsAt: null },
    });
  });

  it('may stand in a file of its own, a code on each line', () => {
    const { problems, list } = read('codes: coupons/spring.txt\nper_contact: 2\nuntil: 2026-12-31', {
      'coupons/spring.txt': '\uFEFFA1\r\n\n  B2  \nc3',
    });
    expect(problems).toEqual([]);
    // The whole of the last day counts, in Berlin.
    const endsAt = Date.UTC(2026, 11, 31, 23);
    expect(list).toEqual({ name: 'spring', codes: ['A1', 'B2', 'c3'], perContact: 2, endsAt });
  });

  it('may look like secrets', () => {
    const code = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF';
    expect(read(`codes:\n  - ${code}\n  - "${code}x"`).problems).toEqual([]);
    expect(read(`codes: coupons/a.txt`, { 'coupons/a.txt': code }).problems).toEqual([]);
    expect(read(`codes: [A1] # ${code}`).problems).toEqual(['workspace.yaml:4:19 secret-in-file']);
  });

  it.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ['twice the same', 'codes: [A1, B2, A1]', {}, ['workspace.yaml:4:21 duplicate-code']],
    ['twice the same in a file', 'codes: a.txt', { 'a.txt': 'A1\nB2\nA1\n' }, ['a.txt:3:1 duplicate-code']],
    ['a number to YAML', 'codes: [123]', {}, ['workspace.yaml:4:13 unquoted-value']],
    ['none', 'codes: []', {}, ['workspace.yaml:4:12 empty-list']],
    ['an empty file', 'codes: a.txt', { 'a.txt': '\n\n' }, ['a.txt:1:1 empty-list']],
    ['a flood', 'codes: a.txt', { 'a.txt': `A1\n${'x'.repeat(101)}` }, ['a.txt:2:1 bad-code']],
    ['a file that is not there', 'codes: b.txt', { 'a.txt': 'A1' }, ['workspace.yaml:4:12 missing-file']],
    ['a file elsewhere', 'codes: ../a.txt', { 'a.txt': 'A1' }, ['workspace.yaml:4:12 missing-file']],
    ['no day', 'codes: [A1]\nuntil: 31.12.2026', {}, ['workspace.yaml:5:12 bad-date']],
    ['no day of the calendar', 'codes: [A1]\nuntil: 2026-02-30', {}, ['workspace.yaml:5:12 bad-date']],
    ['none for anybody', 'codes: [A1]\nper_contact: 0', {}, ['workspace.yaml:5:18 bad-number']],
  ])('is shown where it is wrong: %s', (_, lines, files, problems) => {
    expect(read(lines, files).problems).toEqual(problems);
  });

  it('is refused where its file goes on for longer than is read', () => {
    const { issues } = readWithCutFile();
    expect(issues).toMatchObject([{ file: 'a.txt', code: 'file-too-big' }]);
  });
});

function readWithCutFile() {
  return readFlowFiles([
    { path: 'workspace.yaml', text: 'brand: Studio Nord\ncoupons: { spring: { codes: a.txt } }\n' },
    { path: 'a.txt', text: 'A1', isCut: true },
  ]);
}
