import type { OutcomeReached } from '../../core/effect.js';
import { outcomes } from './schema/outcomes.js';
import { prepareInsert, type Drizzle } from './binding.js';
import type { Thread } from './threads.js';

export type OutcomeWriter = ReturnType<typeof prepareOutcomeWriter>;

export function prepareOutcomeWriter(db: Drizzle) {
  const insert = prepareInsert(db, outcomes, ['sequence']);
  return {
    record({ number: conversation, workspace, account }: Thread, outcome: OutcomeReached): void {
      insert({ ...outcome, conversation, workspace, account });
    },
  };
}
