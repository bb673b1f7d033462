/**
 * How well the built-in matcher recognises questions, on public intent collections that are not part of this project:
 * BANKING77 and HWU64 (CC BY 4.0), CLINC150 (CC BY 3.0), HINT3 (ODbL). Run by `npm run bench:faq -- <folder>`, or with
 * INTENT_DATA naming the folder; the full training sets, which no FAQ has, with --full.
 *
 * The small files at the end are what an FAQ is like: 8 or 20 entries, drawn at random, of 3 or 5 phrasings each.
 */
import { parseArgs } from 'node:util';
import { Collections, splitSets } from './questions/collections.js';
import type { Labelled } from './questions/collections.js';
import { matcherOf, measure } from './questions/measures.js';
import type { Measures } from './questions/measures.js';
import { drawFaqs } from './questions/small-files.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? process.env['INTENT_DATA'];
if (folder === undefined) fail('Name the folder of the collections: npm run bench:faq -- <folder>');
const collections = new Collections(folder);
const missing = collections.missing();
if (missing.length > 0) fail(`NOTHING WAS MEASURED: ${folder} has no ${missing.join(', ')}.`);

const measureNames = [
  'accuracy',
  'topThree',
  'answered',
  'wrong',
  'clarified',
  'rejected',
  'silent',
  'separation',
  'accuracyAtFourFifths',
] as const satisfies readonly (keyof Measures)[];
const headings = ['right', 'top 3', 'answered', 'wrong', 'asked', 'refused', 'silent', 'AUROC', 'at 80 %'];

process.stdout.write(`${headings.map((name) => name.padStart(9)).join('')} train ms match ms\n`);
const outside = collections.outOfScope();
for (const set of splitSets) {
  for (const part of ['train_5', 'train_10', ...(options.full ? ['train'] : [])]) {
    const test = collections.split(set, 'test');
    // Only CLINC150 was made together with texts that belong to none of its intents.
    show(`${set} ${part}`, collections.split(set, part), set === 'CLINC150' ? [...test, ...outside] : test);
  }
}
for (const bot of ['curekart', 'sofmattress']) {
  const { name, train, test } = collections.hint3(bot);
  show(name, train, test);
}
for (const { name, files } of drawFaqs(collections, outside)) {
  const measured = files.map(({ train, test }) => measure(matcherOf(train), test));
  process.stdout.write(`${row(mean(measured), '', '')}  ${name}\n`);
}

function show(name: string, train: readonly Labelled[], test: readonly Labelled[]): void {
  const begin = performance.now();
  const matcher = matcherOf(train);
  const trained = performance.now();
  const measures = measure(matcher, test);
  const each = (performance.now() - trained) / test.length;
  process.stdout.write(`${row(measures, (trained - begin).toFixed(0), each.toFixed(3))}  ${name}\n`);
}

function row(measures: Measures, training: string, each: string): string {
  const figures = measureNames.map((name) => {
    const figure = measures[name];
    return (Number.isNaN(figure) ? '' : (100 * figure).toFixed(1)).padStart(9);
  });
  return `${figures.join('')} ${training.padStart(8)} ${each.padStart(8)}`;
}

function mean(all: readonly Measures[]): Measures {
  const averages = measureNames.map((name) => {
    const sum = all.reduce((total, measures) => total + measures[name], 0);
    return [name, sum / all.length] as const;
  });
  return Object.fromEntries(averages) as unknown as Measures;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
