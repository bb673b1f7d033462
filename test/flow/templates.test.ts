import { describe, expect, it } from 'vitest';
import type { Template } from '../../src/core/flow.js';
import { definitionOf, onlyIssueOf, problemsOfSteps } from './reading.js';

/** The template of a text that is said after the name was asked for. */
function templateOf(text: string): Template {
  const [, say] = definitionOf(`
  - ask: Your name?
    save: name
  - say: ${text}
  - outcome: done`).steps;
  return say?.verb === 'say' ? say.text : [];
}

const saying = (text: string): string => `\n  - say: ${text}\n  - outcome: done`;

describe('a template', () => {
  it('is split at its placeholders once and for all', () => {
    expect(templateOf(`'Hi {{answer.name or "there"}}, this is {{ workspace.brand }}.'`)).toEqual([
      'Hi ',
      { source: 'answer', name: 'name', fallback: 'there' },
      ', this is ',
      { source: 'workspace', name: 'brand', fallback: '' },
      '.',
    ]);
  });

  it('takes its fallback in single quotes too, with braces, dollars and words in it', () => {
    expect(templateOf(`"{{answer.name or '{you} or $me'}}"`)).toEqual([
      { source: 'answer', name: 'name', fallback: '{you} or $me' },
    ]);
  });

  it('keeps what only looks like code', () => {
    const code = '$' + '{process.env} <%= x %> {x} %s';
    expect(templateOf(`"${code}"`)).toEqual([code]);
  });

  it('keeps its line breaks, and loses the white space at its end', () => {
    expect(templateOf('|\n      One\n\n      two\n')).toEqual(['One\n\ntwo']);
  });

  it.each([
    ['"Hi {{answer.name"', '4:14 unbalanced-braces'],
    ['"Hi }} there"', '4:14 unbalanced-braces'],
    ['"Hi {{contact.name {{contact.name}}"', '4:14 unbalanced-braces'],
    ['"Hi {{}}"', '4:14 bad-placeholder'],
    ['"Hi {{7*7}}"', '4:14 unknown-source'],
    ['"Hi {{constructor}}"', '4:14 unknown-source'],
    ['"Hi {{contact.constructor}}"', '4:14 bad-name'],
    ['"Hi {{contact.__proto__}}"', '4:14 bad-name'],
    ['"Hi {{contact.first_name or there}}"', '4:14 bad-placeholder'],
    ['"Hi {{contact.first_name || you}}"', '4:14 bad-placeholder'],
    ['"Hi {{contact.first_name or “there”}}"', '4:14 bad-placeholder'],
    ['"Hi {{first_name}}"', '4:14 unknown-source'],
    ['"Hi {{answers.name}}"', '4:14 unknown-source'],
    ['"Hi {{workspace.name}}"', '4:14 unknown-source'],
    ['"Hi {{link.guide}}"', '4:14 unknown-source'],
  ])('%s is shown where its braces begin', (text, problem) => {
    expect(problemsOfSteps(saying(text))).toEqual([problem]);
  });

  it('that misspells its source is told the right one', () => {
    expect(onlyIssueOf(saying('"{{contct.first_name}}"')).hint).toBe('Did you mean "contact"?');
    expect(onlyIssueOf(saying('"{{link.guide}}"')).hint).toContain('link: name');
  });

  it('is shown at its own beginning where its lines are folded', () => {
    expect(problemsOfSteps('\n  - say: |\n      Hi\n      {{x}}\n  - outcome: done')).toEqual([
      '4:10 unknown-source',
    ]);
  });

  it('has no place in texts that are shown as they are', () => {
    expect(problemsOfSteps('\n  - ask: Who?\n    choices: ["{{contact.name}}"]\n  - outcome: done')).toEqual([
      '5:15 placeholder-not-here',
    ]);
  });
});
