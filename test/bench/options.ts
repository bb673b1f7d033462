import { parseArgs } from 'node:util';
import { type Lengths, type PartName, partNames } from './parts/part.js';

/** What a run is asked for. */
export interface BenchOptions {
  readonly parts: readonly PartName[];
  /** What the names of its subjects hold, in any case; an empty one: all. */
  readonly subjects: readonly string[];
  readonly rounds: number;
  readonly lengths: Lengths;
  /** Whether record and page are left as they are. */
  readonly isForgotten: boolean;
}

/** Throws with what is wrong. */
export function readOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', default: partNames.join(',') },
      subjects: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '3' },
      'no-page': { type: 'boolean', default: false },
    },
  });
  const asked = values.only.split(',');
  const unknown = asked.filter((name) => !partNames.some((part) => part === name));
  if (unknown.length > 0)
    throw new Error(`No part ${unknown.join(', ')}: there are ${partNames.join(', ')}.`);
  return {
    parts: partNames.filter((part) => asked.includes(part)),
    subjects: values.subjects.toLowerCase().split(','),
    rounds: positive('rounds', values.rounds),
    lengths: {
      seconds: positive('seconds', values.seconds),
      warmUp: positive('warm-up', values['warm-up']),
    },
    isForgotten: values['no-page'],
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1.`);
  return number;
}
