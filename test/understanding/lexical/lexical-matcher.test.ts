import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMatchText } from '../../../src/core/words.js';
import { createLexicalMatcher } from '../../../src/understanding/lexical/lexical-matcher.js';

const always = (): boolean => true;

const phrasings = (language: string, ...texts: readonly string[]) =>
  texts.map((text) => ({ text, language }));

const entries = [
  {
    id: 'duration',
    phrasings: [
      ...phrasings('en', 'How long does a website take?', 'When would it be ready?', 'How many weeks is it?'),
      ...phrasings('de', 'Wie lange dauert eine Website?', 'Wann wäre sie fertig?'),
    ],
  },
  {
    id: 'payment',
    phrasings: [
      ...phrasings('en', 'Can I pay in instalments?', 'Do you take a deposit?', 'When do I have to pay?'),
      ...phrasings('de', 'Kann ich in Raten zahlen?', 'Wann muss ich bezahlen?'),
    ],
  },
  {
    id: 'place',
    phrasings: [
      ...phrasings('en', 'Where are you located?', 'Can I visit your studio?'),
      ...phrasings('ja', 'どこにありますか', '住所を教えてください'),
      ...phrasings('ru', 'Где вы находитесь?', 'Какой у вас адрес?'),
    ],
  },
];

const matcher = createLexicalMatcher(entries);
const phrased = entries.flatMap(({ id, phrasings: all }) => all.map((phrasing) => ({ id, ...phrasing })));

describe('the lexical matcher', () => {
  it.each(phrased)('answers "$text" with its own entry, in its language', ({ id, text, language }) => {
    const { kind, candidates } = matcher.match(` ${text.toUpperCase()} 🙏 `, always);
    expect({ kind, candidates }).toEqual({ kind: 'answer', candidates: [{ entry: id, language, score: 1 }] });
  });

  it.each([
    ['how long will a website take you', 'duration', 'en'],
    ['how long dose a webiste take?', 'duration', 'en'],
    ['wie lange dauert denn die website', 'duration', 'de'],
    ['could I pay it in instalments maybe?', 'payment', 'en'],
    ['kann ich das auch in raten zahlen', 'payment', 'de'],
    ['can i come and visit the studio', 'place', 'en'],
    ['где вы сейчас находитесь', 'place', 'ru'],
  ])('answers "%s" with %s in %s', (text, entry, language) => {
    const { kind, candidates } = matcher.match(text, always);
    expect(kind).toBe('answer');
    expect(candidates[0]).toMatchObject({ entry, language });
  });

  it.each(['', '   ', '🙏🙏', '?!', '𠮷野家', 'thanks a lot', 'guten morgen', 'مرحبا', '\ud800', '\u0000'])(
    'finds nothing in %j',
    (text) => {
      expect(matcher.match(text, always).kind).toBe('nothing');
    },
  );

  it('asks back where the wording is familiar and the wish is not', () => {
    const { kind, candidates, threshold } = matcher.match('can I get a website from you', always);
    expect(kind).toBe('close');
    expect(candidates.map(({ entry }) => entry)).toContain('duration');
    expect(candidates[0]?.score).toBeLessThan(threshold);
  });

  it('asks back where hardly a word is spelt right, the likeliest first', () => {
    const { kind, candidates } = matcher.match('hwo long dose a webiste take?', always);
    expect(kind).toBe('close');
    expect(candidates[0]?.entry).toBe('duration');
  });

  it('knows only what is offered', () => {
    const { kind, candidates } = matcher.match('How long does a website take?', (id) => id !== 'duration');
    expect(kind).not.toBe('answer');
    expect(candidates.map(({ entry }) => entry)).not.toContain('duration');
  });

  it('is the same whoever learns it, and however often it is asked', () => {
    const other = createLexicalMatcher(entries);
    fc.assert(
      fc.property(messages, (text) => {
        const verdict = matcher.match(text, always);
        expect(matcher.match(text, always)).toEqual(verdict);
        expect(other.match(text, always)).toEqual(verdict);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text at all, and says at most three entries of those there are, in order', () => {
    fc.assert(
      fc.property(messages, (text) => {
        const { candidates } = matcher.match(text, always);
        const scores = candidates.map(({ score }) => score);
        expect(candidates.length).toBeLessThanOrEqual(3);
        expect(new Set(candidates.map(({ entry }) => entry)).size).toBe(candidates.length);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('is not led astray by how much is written', () => {
    const long = `${'lorem ipsum dolor '.repeat(20_000)} how long does a website take?`;
    expect(matcher.match(long, always).kind).toBe('nothing');
    expect(matcher.match('x'.repeat(1_000_000), always).kind).toBe('nothing');
  });

  it('answers any phrasing of any file with an entry that has it', () => {
    fc.assert(
      fc.property(files, (file) => {
        const learnt = createLexicalMatcher(file);
        for (const { phrasings: all } of file) {
          for (const { text } of all) {
            if (toMatchText(text) === '') continue;
            const { kind, candidates } = learnt.match(text, always);
            const owners = file.filter(({ phrasings: own }) =>
              own.some((one) => toMatchText(one.text) === toMatchText(text)),
            );
            expect(kind).toBe('answer');
            expect(owners.map(({ id }) => id)).toContain(candidates[0]?.entry);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('needs no more than one phrasing, and not even that', () => {
    const only = createLexicalMatcher([{ id: 'only', phrasings: phrasings('', 'Do you ship abroad?') }]);
    expect(only.match('do you ship abroad', always).kind).toBe('answer');
    expect(only.match('do you ship this abroad?', always).kind).toBe('answer');
    expect(only.match('nice weather today', always).kind).toBe('nothing');
    expect(createLexicalMatcher([]).match('anything', always).kind).toBe('nothing');
    expect(createLexicalMatcher([{ id: 'empty', phrasings: [] }]).match('anything', always).kind).toBe(
      'nothing',
    );
  });

  it('learns a file of 77 entries with ten phrasings each in no time', () => {
    const large = Array.from({ length: 77 }, (_, entry) => ({
      id: `entry_${String(entry)}`,
      phrasings: phrasings('en', ...Array.from({ length: 10 }, (__, at) => sentence(entry, at))),
    }));
    const begin = process.cpuUsage();
    const learnt = createLexicalMatcher(large);
    const { user, system } = process.cpuUsage(begin);
    // In microseconds, and several times what it takes: a fitted classifier took a hundred times as long.
    expect(user + system).toBeLessThan(1_500_000);
    expect(learnt.match(sentence(3, 4), always).candidates[0]?.entry).toBe('entry_3');
  });

  it('draws its line higher where entries are much alike', () => {
    const sizes = ['small', 'large', 'round', 'square'];
    const alike = sizes.map((size) => ({
      id: size,
      phrasings: phrasings('', `Do you have the ${size} one?`, `Is the ${size} one there?`),
    }));
    const apart = [
      ['Do you ship abroad?', 'Sending to Norway'],
      ['Opening hours', 'When is someone there?'],
      ['Gift cards', 'A voucher for a friend'],
      ['Broken zip', 'My bag tore'],
    ].map((texts, index) => ({ id: String(index), phrasings: phrasings('', ...texts) }));
    const lineOf = (file: typeof alike): number => createLexicalMatcher(file).match('x', always).threshold;
    expect(lineOf(alike)).toBeGreaterThan(lineOf(apart));
  });
});

const spoken =
  'how long does my new card take when would the order reach me from abroad and what is the fee'.split(' ');

/** Twelve words that tell an entry, in ten wordings. */
function sentence(entry: number, at: number): string {
  const words = Array.from({ length: 12 }, (_, index) =>
    index % 3 === 0
      ? `thing${String(entry)}x${String(index)}`
      : spoken[(entry * 7 + at * 5 + index * 3) % spoken.length],
  );
  return `${words.join(' ')}?`;
}

const messages = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...phrased.flatMap(({ text }) => text.split(' ')), 'zebra', '🙏'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);

const files = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,8}$/u),
    phrasings: fc.array(
      fc.record({
        text: fc.oneof(messages, fc.constantFrom('How long?', 'how long')),
        language: fc.constantFrom('', 'en', 'de'),
      }),
      { maxLength: 4 },
    ),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
);
