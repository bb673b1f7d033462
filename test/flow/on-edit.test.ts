import { describe, expect, it } from 'vitest';
import { readFiles } from './reading.js';

const quiz = (line: string) => `flow: quiz\n${line}start:\n  - keyword: quiz\nsteps:\n  - say: Hi\n  - end\n`;

describe('what becomes of open runs when a flow is edited', () => {
  it('is said in the file', () => {
    const { workspaces, issues } = readFiles({ 'quiz.yaml': quiz('on_edit: migrate\n') });
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows[0]?.onEdit).toBe('migrate');
  });

  it('is no part of the definition where it is the usual: saying so makes no new version', () => {
    const [said, silent] = ['on_edit: finish\n', ''].map((line) => readFiles({ 'quiz.yaml': quiz(line) }));
    expect(said?.workspaces[0]?.flows).toEqual(silent?.workspaces[0]?.flows);
  });

  it('is one of three', () => {
    const { issues } = readFiles({ 'quiz.yaml': quiz('on_edit: forget\n') });
    expect(issues).toMatchObject([{ line: 2, allowed: ['finish', 'migrate', 'restart'] }]);
  });
});
