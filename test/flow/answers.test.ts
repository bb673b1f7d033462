import { describe, expect, it } from 'vitest';
import { issuesOfSteps, onlyIssueOf, problemsOfSteps } from './reading.js';

describe('an answer that is read', () => {
  it('must be saved by a question of the flow', () => {
    const issue = onlyIssueOf(`
  - ask: What is it?
    save: project
  - say: Good luck with {{answer.projct}}!
  - outcome: done`);
    expect(issue).toMatchObject({
      line: 6,
      column: 25,
      code: 'unknown-answer',
      severity: 'error',
      allowed: ['project'],
      hint: 'Did you mean "project"?',
    });
  });

  it('must be saved before', () => {
    const issue = onlyIssueOf(`
  - say: Good luck with {{answer.project}}!
  - ask: What is it?
    save: project
  - outcome: done`);
    expect(issue).toMatchObject({ line: 4, column: 25, code: 'unknown-answer', severity: 'error' });
  });

  it('must be saved before also where a condition looks at it', () => {
    expect(
      problemsOfSteps(`
  - if: { answer.project: shop }
    then: end
  - ask: What is it?
    save: project
  - outcome: done`),
    ).toEqual(['4:11 unknown-answer']);
  });

  it('may come from a question further down that leads back up', () => {
    expect(
      problemsOfSteps(`
  - ask: What is it?
    id: question
    save: project
  - ask: "{{answer.project}}, really?"
    choices:
      - Yes, that
      - title: Something else
        then:
          - go: question
  - outcome: done`),
    ).toEqual([]);
  });

  it('needs a fallback where one way to it does not ask', () => {
    const steps = (text: string) => `
  - if: { tag: vip }
    then:
      - ask: What is it?
        save: project
  - say: Good luck with ${text}!
  - outcome: done`;
    expect(issuesOfSteps(steps('{{answer.project}}'))).toMatchObject([
      { line: 8, column: 25, code: 'answer-may-be-missing', severity: 'warning' },
    ]);
    expect(problemsOfSteps(steps('{{answer.project or "it"}}'))).toEqual([]);
  });

  it('is not known where the question was left unanswered', () => {
    expect(
      problemsOfSteps(`
  - ask: What is it?
    save: project
    otherwise:
      - say: Then not {{answer.project}}.
      - outcome: silent
  - outcome: done`),
    ).toEqual(['7:23 unknown-answer']);
  });

  it('is known in the steps of a choice', () => {
    expect(
      problemsOfSteps(`
  - ask: What is it?
    save: project
    choices:
      - title: A shop
        then:
          - say: "{{answer.project}}, lovely"
  - outcome: done`),
    ).toEqual([]);
  });

  it('is not asked for twice where its question could not be read', () => {
    expect(
      problemsOfSteps(`
  - aks: What is it?
    save: project
  - say: Good luck with {{answer.project}}!
  - outcome: done`),
    ).toEqual(['4:5 unknown-verb']);
  });

  it('is compared only with what it can be', () => {
    const issue = onlyIssueOf(`
  - ask: What is it?
    save: project
    choices: [A shop, { title: A studio, value: studio }]
  - if: { answer.project: [a shop!, stuido] }
    then: end
  - outcome: done`);
    expect(issue).toMatchObject({
      line: 7,
      column: 37,
      code: 'unknown-choice',
      allowed: ['A shop', 'studio'],
      hint: 'Did you mean "studio"?',
    });
  });

  it('is compared with anything where the question takes any text', () => {
    expect(
      problemsOfSteps(`
  - ask: What is it?
    save: project
  - if: { answer.project: anything }
    then: end
  - outcome: done`),
    ).toEqual([]);
  });
});
