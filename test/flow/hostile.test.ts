import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readFlowFiles } from '../../src/flow/read-flow-files.js';
import type { Issue } from '../../src/flow/issue.js';
import { flowOf, problemsOf, workspace } from './reading.js';

/** The codes of what is wrong with a file; its reading must take no longer than a person waits. */
function codesOf(text: string): ReadonlySet<string> {
  const startedAt = performance.now();
  const { issues } = readFlowFiles([
    { path: 'workspace.yaml', text: workspace },
    { path: 'guide.yaml', text },
  ]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  return new Set(issues.map(({ code }) => code));
}

describe('a hostile file', { timeout: 30_000 }, () => {
  it('is not expanded: aliases of aliases', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from('bcdefghi', (name, level) => `${name}: &${name} [*${'abcdefghi'[level]}, *a]`),
    ];
    expect([...codesOf(bomb.join('\n'))].sort()).toEqual(
      expect.arrayContaining(['yaml-alias', 'yaml-anchor']) as string[],
    );
  });

  it.each([
    ['20,000 brackets', 'a: ' + '['.repeat(20_000)],
    ['as many brackets as fit', 'a: ' + '['.repeat(250_000)],
    ['20,000 braces', 'a: ' + '{a: '.repeat(20_000)],
    ['dashes in a row', '- '.repeat(100_000)],
    ['ever deeper lines', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('is refused when it is nested too deep: %s', (_, text) => {
    expect([...codesOf(text)]).toEqual(['too-deep']);
  });

  it.each([
    ['one byte too many', '#'.repeat(256 * 1024 + 1)],
    ['too many bytes, though not characters', 'ü'.repeat(128 * 1024 + 1)],
    ['commas', `a: [${','.repeat(250_000)}]`],
    ['closing braces', '}'.repeat(250_000)],
  ])('is refused when it is too big: %s', (_, text) => {
    expect([...codesOf(text)]).toEqual(['file-too-big']);
  });

  it('may have exactly 256 kB', () => {
    expect(problemsOf({ 'guide.yaml': `${flowOf('\n  - end\n')}#`.padEnd(256 * 1024, '#') })).toEqual([]);
  });

  it.each([
    ['unclosed quotes', flowOf('\n' + '  - say: "x\n'.repeat(20_000))],
    ['quotes', '"'.repeat(250_000)],
    ['anchors', '&a '.repeat(80_000)],
    ['documents', '---\n'.repeat(60_000)],
    ['directives', '%\n'.repeat(120_000)],
    ['tabs', '\t- a\n'.repeat(50_000)],
    ['unknown keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['unknown verbs', flowOf('\n' + '  - sya: x\n'.repeat(15_000))],
    ['braces in a text', flowOf(`\n  - say: "${'{{'.repeat(120_000)}"`)],
    ['placeholders in a text', flowOf(`\n  - say: "${'{{x}}'.repeat(45_000)}"`)],
    ['spaces in a placeholder', flowOf(`\n  - say: "{{ ${' '.repeat(200_000)}x}}"`)],
    ['stop words', `flow: guide\nstart:\n  - keyword: [${'stop,'.repeat(40_000)}x]\n`],
    [
      'questions',
      flowOf(
        '\n' +
          Array.from({ length: 4_000 }, (_, at) => `  - ask: "{{answer.a${at}}}"\n    save: a${at}\n`).join(
            '',
          ),
      ),
    ],
    [
      'loops',
      flowOf('\n' + Array.from({ length: 8_000 }, (_, at) => `  - go: s${at}\n    id: s${at}\n`).join('')),
    ],
    ['runs of itself', flowOf('\n' + '  - run: guide\n'.repeat(15_000))],
    [
      'choices',
      flowOf(`\n  - ask: x\n    choices: [${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}]`),
    ],
    [
      'nested steps',
      flowOf(
        '\n' +
          Array.from(
            { length: 800 },
            (_, at) =>
              `  - ask: x\n    id: s${at}\n    save: a${at}\n    otherwise: [{ say: "{{answer.a${at}}}" }, { go: s${at} }, { run: guide }, { say: x }]\n`,
          ).join(''),
      ),
    ],
    ['random characters', `# ${'aB3'.repeat(80_000)}`],
  ])('is answered in good time: %s', (_, text) => {
    expect(codesOf(text).size).toBeGreaterThan(0);
  });

  it('does not reach a prototype by any name', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    for (const name of names) {
      const files = {
        'workspace.yaml': `brand: N\ntopics: { ${name}: { notice: x } }\nlinks: { ${name}: { to: "https://e.org", label: x } }\ntexts: { ${name}: { yes: x } }\nhours: { ${name}: "9:00-10:00" }\n`,
        'guide.yaml': `flow: ${name}\n${name}: { x: y }\nsteps:\n  - ask: "{{answer.${name}}} {{contact.${name} or '${name}'}}"\n    id: ${name}\n    save: ${name}\n    choices: [{ title: ${name}, value: ${name}, then: [go: ${name}] }]\n  - set: { contact.${name}: x, ${name}: y }\n  - if: { answer.${name}: x, consent.${name}: yes, ${name}: z }\n    then: [run: ${name}]\n`,
        'guide.test.yaml': `flow: ${name}\ntests:\n  - name: x\n    contact: { fields: { ${name}: x } }\n    chat: [{ ${name}: x }]\n    expect: { consent: { ${name}: granted }, answers: { ${name}: x } }\n`,
      };
      expect(problemsOf(files).length).toBeGreaterThan(5);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    expect({}).not.toHaveProperty('notice');
  });
});

describe('any files at all', { timeout: 60_000 }, () => {
  const path = fc.constantFrom(
    'workspace.yaml',
    'guide.yaml',
    'guide.test.yaml',
    'a/workspace.yaml',
    'a/b.yaml',
    'faq.yaml',
    'x.yml',
  );

  /** What readers of YAML stumble over, mixed with words of the language. */
  const scrap = fc.constantFrom(
    ...[
      'flow: ',
      'steps:\n',
      '  - say: ',
      '  - ask: ',
      '- ',
      '    ',
      '\n',
      '{{',
      '}}',
      '{',
      '}',
      '[',
      ']',
      ': ',
      ' #',
      '"',
      "'",
    ],
    ...[
      '|',
      '>',
      '*a',
      '&a',
      '!t',
      '\t',
      '?',
      '---\n',
      'answer.x',
      'if: ',
      'then:\n',
      'go: ',
      'end',
      'choices: [',
      'yes',
      '~',
      '<<: ',
    ],
    ...[
      'brand: N\n',
      'topics:\n',
      'links: ',
      'hours: ',
      'mon-fri: ',
      '09:00-18:00',
      'tests:\n',
      'chat:\n',
      'me: ',
      'ü',
      '🔥',
      '\u0000',
    ],
  );
  const scraps = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(''));

  it('are read without a fault, and every issue stands in its file', () => {
    const files = fc.uniqueArray(fc.record({ path, text: fc.oneof(scraps, fc.string({ unit: 'binary' })) }), {
      selector: (file) => file.path,
      maxLength: 4,
    });
    fc.assert(
      fc.property(files, (some) => {
        const { issues } = readFlowFiles(some);
        expect(issues.filter((issue) => !standsInItsFile(issue, some))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are read without a fault when they hold any value', () => {
    const words = [
      'flow',
      'start',
      'steps',
      'say',
      'ask',
      'choices',
      'title',
      'then',
      'if',
      'any',
      'not',
      'set',
      'otherwise',
      'link',
    ];
    const key = fc.oneof(
      fc.constantFrom(...words, 'answer.x', 'contact.y', 'keyword', 'contains', 'topics', 'accounts'),
      fc.string(),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>('end', 'guide', 'x', 20, true, null, '{{answer.x}}'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(path, value, (where, what) => {
        const { issues } = readFlowFiles([
          { path: 'workspace.yaml', text: 'brand: N\n' },
          { path: where, text: stringify(what) },
        ]);
        expect(Array.isArray(issues)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('stay readable when a sound file loses or doubles a piece', () => {
    const sound = flowOf(`
  - ask: Which one?
    save: which
    choices: [{ title: A, then: [go: last] }, "B"]
    otherwise:
      - say: "{{contact.first_name or 'You'}}?"
  - if: { answer.which: a }
    then: end
  - outcome: done
    id: last
`);
    const position = fc.nat({ max: sound.length });
    fc.assert(
      fc.property(position, position, fc.boolean(), (a, b, doubles) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const text = sound.slice(0, doubles ? to : from) + sound.slice(doubles ? from : to);
        const files = [
          { path: 'workspace.yaml', text: 'brand: N\n' },
          { path: 'guide.yaml', text },
        ];
        const { issues, workspaces } = readFlowFiles(files);
        expect(issues.filter((issue) => !standsInItsFile(issue, files))).toEqual([]);
        expect(workspaces).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

function standsInItsFile(
  { file, line, column }: Issue,
  files: readonly { readonly path: string; readonly text: string }[],
): boolean {
  const text = files.find(({ path }) => path === file)?.text;
  if (text === undefined) return line === 1 && column === 1;
  const lines = text.split('\n');
  return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
}
