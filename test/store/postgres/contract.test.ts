import { describe } from 'vitest';
import { describeStore } from '../contract/store-contract.js';
import { openNew } from './open-new.js';

describe('the store on PostgreSQL', () => {
  describeStore(openNew);
});
