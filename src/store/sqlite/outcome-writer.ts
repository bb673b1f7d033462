import { scopeOf } from '../transactions/new-rows.js';
import type { Outcomes } from '../transactions/rows.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import { outcomes } from './schema/outcomes.js';

export function prepareOutcomeWriter(db: Drizzle): Outcomes {
  const insert = prepareInsert(db, outcomes, ['sequence']);
  return { record: (thread, outcome) => void insert({ ...outcome, ...scopeOf(thread) }) };
}
