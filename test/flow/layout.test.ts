import { describe, expect, it } from 'vitest';
import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import type { ReadResult } from '../../src/flow/read-flow-files.js';

const brand = 'brand: Nord\n';
const flow = (name: string): string =>
  `flow: ${name}\nstart: [{ keyword: ${name} }]\nsteps:\n  - outcome: done\n`;

function read(files: Readonly<Record<string, string>>): ReadResult {
  return readFlowFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
}

const problems = (files: Readonly<Record<string, string>>): readonly string[] =>
  read(files).issues.map(({ file, code, severity }) => `${file} ${severity} ${code}`);

describe('FLOWS_DIR', () => {
  it('is one workspace where workspace.yaml stands at its root, sub-folders included', () => {
    const { workspaces, issues } = read({
      'spring/b.yaml': flow('b'),
      'a.yaml': flow('a'),
      'workspace.yaml': brand,
      'README.md': '# Flows',
    });
    expect(issues).toEqual([]);
    expect(workspaces.map(({ name, flows }) => [name, flows.map((one) => one.name)])).toEqual([
      ['main', ['a', 'b']],
    ]);
  });

  it('holds a workspace in each folder otherwise, which share nothing', () => {
    const { workspaces, issues } = read({
      'nord/workspace.yaml': 'brand: Nord\nlinks: { home: { to: "https://nord.example", label: Home } }\n',
      'nord/guide.yaml': flow('guide'),
      'sud/workspace.yaml': 'brand: Süd\n',
      'sud/guide.yaml': flow('guide'),
    });
    expect(issues).toEqual([]);
    expect(workspaces.map(({ name, definition }) => [name, definition.brand])).toEqual([
      ['nord', 'Nord'],
      ['sud', 'Süd'],
    ]);
  });

  it('is never both', () => {
    expect(problems({ 'workspace.yaml': brand, 'sud/workspace.yaml': brand })).toEqual([
      'sud/workspace.yaml error two-layouts',
    ]);
  });

  it('needs a workspace.yaml for every flow', () => {
    expect(problems({})).toEqual(['workspace.yaml error missing-workspace']);
    expect(problems({ 'a.yaml': flow('a') })).toEqual(['a.yaml error missing-workspace']);
    expect(problems({ 'nord/workspace.yaml': brand, 'sud/a.yaml': flow('a'), 'b.yaml': flow('b') })).toEqual([
      'b.yaml error missing-workspace',
      'sud/workspace.yaml error missing-workspace',
    ]);
  });

  it('names its folders as workspaces are named', () => {
    expect(problems({ 'Studio Nord/workspace.yaml': brand })).toEqual([
      'Studio Nord/workspace.yaml error bad-name',
    ]);
  });

  it('does not overlook files that end in .yml', () => {
    expect(problems({ 'workspace.yaml': brand, 'a.yml': flow('a') })).toEqual(['a.yml error file-extension']);
  });

  it('has its questions beside workspace.yaml, and nowhere else', () => {
    const faq = 'questions: [{ ask: Why?, answer: Because. }]\n';
    const { workspaces, issues } = read({ 'workspace.yaml': brand, 'faq.yaml': faq });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows).toEqual([]);
    expect(workspaces[0]?.definition.faq?.entries.map(({ id }) => id)).toEqual(['why']);
    expect(problems({ 'workspace.yaml': brand, 'spring/faq.yaml': faq })).toEqual([
      'spring/faq.yaml error misplaced-faq',
    ]);
  });

  it('gives no workspace whose own file cannot be read, and still checks its flows', () => {
    const { workspaces, issues } = read({ 'workspace.yaml': 'brand:\n', 'a.yaml': 'flow: a\nstep: []\n' });
    expect(workspaces).toEqual([]);
    expect(issues.map(({ file }) => file)).toContain('a.yaml');
  });
});
