import { describe } from 'vitest';
import { describeStore } from '../contract/store-contract.js';
import { openAt, scratchPath } from './scratch.js';

describe('the store on SQLite', () => {
  describeStore(async () => openAt(scratchPath()));
});
