import { it } from 'vitest';
import { expectKept, timeFor } from './few-trials.js';
import { stopRaces } from './scenarios/stop-races.js';

it('no message is begun after STOP, whenever it comes', () => expectKept(stopRaces, 100), timeFor(4));
