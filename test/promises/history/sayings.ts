import fc from 'fast-check';
import type { Meaning } from '../checker/record.js';

/** Something a contact writes, and what they mean by it. */
export interface Saying {
  readonly text: string;
  readonly meaning: Meaning;
}

const keywords = sayings(
  'other',
  'guide',
  'Guide!',
  'order',
  'survey',
  'series',
  'series',
  'tips',
  'tips',
  'talk',
);
const answers = [
  ...sayings('other', 'a lighthouse', 'small', 'Large', 'very much', 'not at all', 'hm', '👍', ''),
  ...sayings('yes', 'yes', 'Ja', 'Yes!'),
  ...sayings('no', 'no', 'nein'),
];
const rare = [...sayings('leave', 'leave'), ...sayings('help', 'HELP'), ...sayings('other', 'AGENT')];
const stops = sayings(
  'stop',
  'STOP',
  'stop please',
  'Stopp!',
  'S T O P',
  'UNSUBSCRIBE',
  'please stop messaging me',
  'leave me alone',
  'bitte abmelden',
  'Not for me. Unsubscribe.',
);
const starts = sayings('start', 'START', 'start please', 'resubscribe me');

function sayings(meaning: Meaning, ...texts: readonly string[]): readonly Saying[] {
  return texts.map((text) => ({ text, meaning }));
}

export function anySaying(stopWeight: number): fc.Arbitrary<Saying> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...keywords) },
    { weight: 10, arbitrary: fc.constantFrom(...answers) },
    { weight: 2, arbitrary: fc.constantFrom(...rare) },
    { weight: 2 * stopWeight, arbitrary: fc.constantFrom(...stops) },
    { weight: stopWeight, arbitrary: fc.constantFrom(...starts) },
  );
}
