import { it } from 'vitest';
import { expectKept, timeFor } from './few-trials.js';
import { late } from './scenarios/late.js';

it(
  'what comes late is kept, answered only while the window is open, and revives no consent',
  () => expectKept(late, 21),
  timeFor(4),
);
