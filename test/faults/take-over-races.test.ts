import { it } from 'vitest';
import { expectKept, timeFor } from './few-trials.js';
import { takeOverRaces } from './scenarios/take-over-races.js';

it(
  'no message of the bot is begun after a person has taken the chat over, whenever they do',
  () => expectKept(takeOverRaces, 100),
  timeFor(4),
);
