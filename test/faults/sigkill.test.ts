import { it } from 'vitest';
import { expectKept, timeFor } from './few-trials.js';
import { sigkill } from './scenarios/sigkill.js';

const trials = 3;

it(
  'a server that is killed again and again loses nothing, doubles nothing, and speaks to nobody who wants silence',
  () => expectKept(sigkill, trials),
  timeFor(trials),
);
