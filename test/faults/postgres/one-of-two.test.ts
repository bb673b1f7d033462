import { it } from 'vitest';
import { expectKept, timeFor } from '../few-trials.js';
import { oneOfTwo } from '../scenarios/one-of-two.js';

const trials = 2;

it(
  'of two servers one is killed again and again, and the other takes over without a loss, a repetition or a wrong order',
  () => expectKept(oneOfTwo, trials),
  timeFor(trials),
);
