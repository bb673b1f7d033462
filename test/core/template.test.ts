import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placeholder } from '../../src/core/flow.js';
import { fillPhrase, fillTemplate, type TemplateValues } from '../../src/core/template.js';

const nothing: TemplateValues = { answers: {}, contact: {}, workspace: {}, languages: [] };

function placeholder(source: Placeholder['source'], name: string, fallback = ''): Placeholder {
  return { source, name, fallback };
}

describe('a template', () => {
  it('is filled from the source that each placeholder names', () => {
    const values: TemplateValues = {
      answers: { x: 'A' },
      contact: { x: 'C' },
      languages: [],
      workspace: { x: 'W' },
    };
    const template = [
      placeholder('answer', 'x'),
      '-',
      placeholder('contact', 'x'),
      '-',
      placeholder('workspace', 'x'),
      '.',
    ];

    expect(fillTemplate(template, values)).toBe('A-C-W.');
  });

  it.each([undefined, '', '  \n'])('falls back where the value is %j', (value) => {
    const contact = value === undefined ? {} : { name: value };

    expect(fillTemplate(['Hi ', placeholder('contact', 'name', 'there')], { ...nothing, contact })).toBe(
      'Hi there',
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'reads no prototype by the name %s',
    (name) => {
      expect(fillTemplate([placeholder('answer', name, 'none')], nothing)).toBe('none');
    },
  );

  it('never looks at what it filled in', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = `${text}{{contact.name}} {{7*7}} $& $1 {{answer.x}}`;
        const filled = fillTemplate(['<', placeholder('answer', 'x'), '>'], {
          ...nothing,
          answers: { x: value },
          contact: { name: 'Eve' },
        });
        expect(filled).toBe(`<${value}>`);
      }),
    );
  });
});

describe('a phrase of the server', () => {
  it('is filled by name, and empty where there is none', () => {
    expect(fillPhrase('{{team}}, {{ team }}: {{unknown}}{{constructor}}.', { team: 'Sales' })).toBe(
      'Sales, Sales: .',
    );
  });

  it('never looks at what it filled in', () => {
    const values = { team: '{{within}} $& $1 $$', within: 'soon' };

    expect(fillPhrase('{{team}} {{within}}', values)).toBe('{{within}} $& $1 $$ soon');
  });

  it('leaves what is no placeholder', () => {
    expect(fillPhrase('{team} {{Team}} {{7*7}} {{}}', { team: 'x' })).toBe('{team} {{Team}} {{7*7}} {{}}');
  });
});
