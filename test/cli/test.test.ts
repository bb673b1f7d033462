import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { testCommand } from '../../src/cli/test.js';
import { FlowFolder, guideFile, guideTests, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';

const folders: FlowFolder[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = new FlowFolder(files);
  folders.push(folder);
  return folder.path;
}

const files = { 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile, 'guide.test.yaml': guideTests };

describe('heyword test', () => {
  it('has a line for each test, and says what no test has been through', async () => {
    const folder = folderOf(files);
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(0);
    expect(printed.split('\n')).toEqual([
      '✓ guide: small shops are wished luck',
      '✓ guide: large shops are handed over',
      '',
      'guide: 71 % (5/7) of the steps, 66 % (2/3) of the branches',
      `    in no test: size/otherwise/1-say, ${folder}/guide.yaml:21`,
      `    in no test: size/otherwise/2-end, ${folder}/guide.yaml:22`,
      `    never taken: size → otherwise, ${folder}/guide.yaml:12`,
      '',
      '2 tests passed.',
    ]);
  });

  it('says which questions of the FAQ no test asks', async () => {
    const faq = `questions:
  - { id: place, ask: Where are you?, answer: In Hamburg. }
  - { id: dogs, ask: Are dogs welcome?, answer: They are. }
`;
    const chats =
      'faq: true\ntests:\n  - name: tells the place\n    chat: [{ me: where are you }, { bot: Hamburg }]\n';
    const folder = folderOf({ ...files, 'faq.yaml': faq, 'faq.test.yaml': chats });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(0);
    expect(printed).toContain('✓ faq: tells the place');
    expect(printed).toContain(
      `faq: 50 % (1/2) of the questions\n    in no test: dogs, ${folder}/faq.yaml:3\n`,
    );
    expect(JSON.parse((await run([testCommand], ['test', folder, '--json'])).printed)).toMatchObject({
      faq: [{ workspace: 'main', questions: 2, missed: ['dogs'], places: { dogs: { line: 3 } } }],
    });
  });

  it('needs to be told what a test file tests', async () => {
    const folder = folderOf({ ...files, 'guide.test.yaml': guideTests.replace('flow: guide', '') });
    const { exit, printed } = await run([testCommand], ['test', folder]);
    expect(exit).toBe(1);
    expect(printed).toContain('faq: true');
  });

  it('fails where a chat goes another way, naming the line', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('Good luck!', 'Farewell!') });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(1);
    expect(printed).toContain(
      `✗ guide: small shops are wished luck\n    ${folder}/guide.test.yaml:10:9 Expected “Good luck”, but the bot said “Farewell!” (guide › 4-say).`,
    );
    expect(printed).toContain('1 of 2 tests failed.');
  });

  it('runs nothing while the files have mistakes', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('link: guide', 'link: giude') });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(1);
    expect(printed).toContain('unknown-link');
    expect(printed).not.toContain('small shops');
  });

  it('is content where there are no tests, but covers nothing', async () => {
    const folder = folderOf({ 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(0);
    expect(printed).toContain('guide: 0 % (0/7) of the steps');
    expect(printed).toContain('0 tests passed.');
  });

  it('tells workspaces apart where there are several', async () => {
    const brands = ['nord', 'sued'].flatMap((brand) =>
      Object.entries(files).map(([path, text]) => [`${brand}/${path}`, text] as const),
    );
    const { exit, printed } = await run([testCommand], ['test', folderOf(Object.fromEntries(brands))]);

    expect(exit).toBe(0);
    expect(printed).toContain('✓ nord/guide: small shops are wished luck');
    expect(printed).toContain('sued/guide: 71 % (5/7) of the steps');
  });

  it('tells machines the same as JSON', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('Good luck!', 'Farewell!') });
    const report = JSON.parse((await run([testCommand], ['test', folder, '--json'])).printed);

    expect(report.ok).toBe(false);
    expect(report.tests).toMatchObject([
      { workspace: 'main', file: 'guide.test.yaml', flow: 'guide', failures: [{ line: 10 }] },
      { name: 'large shops are handed over', failures: [] },
    ]);
    expect(report.coverage).toMatchObject([{ flow: 'guide', steps: 7 }]);
  });

  it('shows the chat until it goes another way, and where the words differ', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('Good luck!', 'Goodbye!') });
    const { printed } = await run([testCommand], ['test', folder, '--only', 'small shops']);

    expect(printed.split('\n').slice(2, 11)).toEqual([
      '        me        guide',
      '        bot       Hi there! Here is the guide.  (guide › 1-say)',
      '        bot       How big is your shop?  (guide › size)',
      '        tap       Small',
      '        expected  Good luck',
      '        said      Goodbye!',
      '                      ^',
      '',
      '',
    ]);
  });

  it.each([
    [['--coverage-steps', '71'], 0],
    [['--coverage-steps', '72'], 1],
    [['--coverage-branches', '66.6'], 0],
    [['--coverage-branches', '67'], 1],
    [['--coverage-branches', 'most'], 2],
    [['--coverage-steps', '101'], 2],
  ] as const)('lets pass only what is covered enough: %j', async (gate, expected) => {
    const { exit, printed } = await run([testCommand], ['test', folderOf(files), ...gate]);

    expect(exit).toBe(expected);
    expect(printed.includes('are demanded')).toBe(expected === 1);
  });

  it('runs only the tests of a name, and judges no coverage by them', async () => {
    const folder = folderOf(files);
    const call = ['test', folder, '--only', 'Small shops', '--coverage-steps', '100'];
    const { exit, printed } = await run([testCommand], call);

    expect(exit).toBe(0);
    expect(printed).toContain('1 test passed.');
    expect(printed).not.toContain('large shops');
    expect((await run([testCommand], ['test', folder, '--only', 'tiny shops'])).exit).toBe(2);
  });

  it('writes the results as JUnit does', async () => {
    const broken = guideTests
      .replace('small shops are', 'shops <& "small"> are')
      .replace('Good luck', 'Bad luck');
    const folder = folderOf({ ...files, 'guide.test.yaml': broken });
    await run([testCommand], ['test', folder, '--junit', join(folder, 'junit.xml')]);
    const written = readFileSync(join(folder, 'junit.xml'), 'utf8');

    expect(written).toContain('<testsuites name="heyword" tests="2" failures="1">');
    expect(written).toContain('name="shops &lt;&amp; &quot;small&quot;&gt; are wished luck"');
    expect(written).toContain('<failure message="Expected “Bad luck”, but the bot said “Good luck!”');
    expect(written).toMatch(
      /<testcase classname="guide" name="large shops are handed over" [^>]*line="\d+"\/>/u,
    );
  });

  it('runs again whenever a file has changed, and ends as the last run did', async () => {
    const folder = folderOf(files);
    const passed = new Signal();
    const failed = new Signal();
    const ended = run([testCommand], ['test', folder, '--watch'], {
      interrupted: failed.given,
      onPrint: (text) => {
        if (text.includes('2 tests passed.')) passed.give();
        if (text.includes('1 of 2 tests failed.')) failed.give();
      },
    });
    await passed.given;
    writeFileSync(join(folder, 'guide.yaml'), guideFile.replace('Good luck!', 'Farewell!'));

    expect((await ended).exit).toBe(1);
  });
});

/** Something that a test waits for. */
class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}
