import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixFiles } from '../../../src/flow/fix/fix-files.js';
import { nameFiles } from '../../../src/flow/fix/name-files.js';
import { applyEdits } from '../../../src/flow/fix/text-edit.js';
import { readFlowFiles } from '../../../src/flow/read-flow-files.js';

const workspace = { path: 'workspace.yaml', text: 'brand: Studio Nord\n' };

/** The flow as it reads after mending. */
function fixed(text: string): string {
  const flow = { path: 'guide.yaml', text };
  return fixFiles([workspace, flow]).find(({ file }) => file.path === flow.path)?.file.text ?? text;
}

const flow = (steps: string) => `flow: guide\nstart:\n  - keyword: guide\nsteps:\n${steps}`;

describe('mending', () => {
  it.each([
    ['  - ask: Your town?\n    save: town\n', '  - ask: Your town?\n    id: town\n    save: town\n'],
    ['  - ask: Your town? # where\n', '  - ask: Your town? # where\n    id: your_town\n'],
    ['  - { ask: Your town?, save: town }\n', '  - { ask: Your town?, id: town, save: town }\n'],
    [
      '  - ask: >\n      Where is\n      it?\n    save: x\n',
      '  - ask: >\n      Where is\n      it?\n    id: x\n    save: x\n',
    ],
    ['  - ask: Wie geht es?\r\n  - end\r\n', '  - ask: Wie geht es?\r\n    id: wie_geht_es\r\n  - end\r\n'],
    ['  - ask: "???"\n', '  - ask: "???"\n    id: ask\n'],
    ['  - ask: Ok?\n  - ask: Ok?\n', '  - ask: Ok?\n    id: ok\n  - ask: Ok?\n    id: ok_2\n'],
    ['  - ask: Last line', '  - ask: Last line\n    id: last_line'],
  ])('gives a question the id that its text suggests: %j', (before, after) => {
    expect(fixed(flow(before))).toBe(flow(after));
  });

  it.each([
    ['  - say: One thing: it is free\n', '  - say: "One thing: it is free"\n'],
    ['  - say: Be our #1 fan\n', '  - say: "Be our #1 fan"\n'],
    ['  - say: @nord is here\n', '  - say: "@nord is here"\n'],
    ['  - say: *Big news*\n', '  - say: "*Big news*"\n'],
    ['  - say: "Free" today\n', `  - say: '"Free" today'\n`],
    ['  - say: 100\n', '  - say: "100"\n'],
  ])('puts in quotes what can only be a text: %j', (before, after) => {
    expect(fixed(flow(before))).toBe(flow(after));
  });

  it.each([
    ['what may be meant as a mapping', '  - say: Note: it is free\n'],
    ['a step that has an id', '  - ask: Your town?\n    id: town\n'],
    ['an id that is no name', '  - ask: Your town?\n    id: Your Town\n'],
    ['questions beside a mistake', '  - ask: Your town?\n  - sya: Hello\n'],
    ['a word that only resembles a verb', '  - sya: Hello\n'],
  ])('leaves alone %s', (_, steps) => {
    expect(fixed(flow(steps))).toBe(flow(steps));
  });

  it('leaves a file alone of which only the beginning is known', () => {
    const text = `${flow('  - say: Be our #1 fan\n')}# ${'x'.repeat(256 * 1024)}\n`;
    expect(fixed(text)).toBe(text);
  });

  it('finds nothing more to mend in what it has mended', () => {
    const line = fc.constantFrom(
      '  - ask: Your town?\n',
      '  - say: Be our #1 fan\n',
      '  - say: One thing: it is free\n',
      '  - { ask: Your name?, save: name }\n',
      '  - ask: |\n      Two\n      lines\n',
      '  - say: yes\n',
      '  # a comment\n',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = fixed(flow(`  - say: Hi\n${lines.join('')}  - outcome: done\n`));
        expect(fixed(once)).toBe(once);
        expect(readFlowFiles([workspace, { path: 'guide.yaml', text: once }]).issues).toEqual([]);
      }),
    );
  });
});

describe('a file that is called otherwise than its flow', () => {
  const text = flow('  - outcome: done\n');

  it('is called like the flow, where no file has that name', () => {
    const files = [workspace, { path: 'sub/hello.yaml', text }];
    expect(nameFiles(readFlowFiles(files), ['sub/hello.yaml'])).toEqual([
      { from: 'sub/hello.yaml', to: 'sub/guide.yaml', line: 1 },
    ]);
    expect(nameFiles(readFlowFiles(files), ['sub/hello.yaml', 'sub/guide.yaml'])).toEqual([]);
  });
});

describe('edits', () => {
  it('change their places only, in whichever order they come', () => {
    const edits = [
      { start: 4, end: 5, text: '' },
      { start: 1, end: 1, text: 'XY' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('aXYbcdf');
  });
});
