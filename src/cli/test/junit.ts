import type { TestOutcome } from './run-tests.js';
import { showFailure } from './show-failure.js';

/** The tests as JUnit writes them, for the machines that show test results: a suite for each file. */
export function toJunit(tests: readonly TestOutcome[], folder: string): string {
  const files = [...new Set(tests.map(({ file }) => file))];
  const suites = files.map((file) =>
    suite(
      file,
      tests.filter((test) => test.file === file),
      folder,
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="heyword" ${counts(tests)}>`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, tests: readonly TestOutcome[], folder: string): readonly string[] {
  return [
    `  <testsuite name="${escape(file)}" ${counts(tests)}>`,
    ...tests.flatMap((test) => testCase(test, folder)),
    '  </testsuite>',
  ];
}

function testCase({ flow, name, file, line, failures }: TestOutcome, folder: string): readonly string[] {
  const begin = `    <testcase classname="${escape(flow)}" name="${escape(name)}" file="${escape(`${folder}/${file}`)}" line="${line}"`;
  if (failures.length === 0) return [`${begin}/>`];
  return [
    `${begin}>`,
    ...failures.map(
      (failure) =>
        `      <failure message="${escape(failure.message)}">${escape(showFailure(failure, folder).join('\n'))}</failure>`,
    ),
    '    </testcase>',
  ];
}

function counts(tests: readonly TestOutcome[]): string {
  const failed = tests.filter(({ failures }) => failures.length > 0).length;
  return `tests="${tests.length}" failures="${failed}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML 1.0 knows no other controls than tab and line ends, escaped or not. */
function escape(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"\n]/gu, (character) => entities[character] ?? character);
}
