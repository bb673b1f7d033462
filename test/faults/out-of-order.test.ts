import { it } from 'vitest';
import { expectKept, timeFor } from './few-trials.js';
import { outOfOrder } from './scenarios/out-of-order.js';

it(
  'what is told in another order than it happened comes to the same',
  () => expectKept(outOfOrder, 20),
  timeFor(4),
);
