import { expect, inject } from 'vitest';
import { createMigratedDatabase } from '../postgres/test-database.js';
import { Chance } from './chance.js';
import { sqlite, type TestEngine } from './engine.js';
import { nothingFound } from './history/judge.js';
import type { Scenario } from './scenario.js';

/** How long a test of so many trials may take, ms. */
export function timeFor(trials: number): number {
  return 120_000 + trials * 30_000;
}

/**
 * Runs a scenario on the engine of this run, and expects that nothing is found. The environment can repeat a run, or ask
 * for more: `FAULTS_SEED` is what it printed, `FAULTS_TRIALS` another number of trials.
 */
export async function expectKept(scenario: Scenario, few: number): Promise<void> {
  const trials = Number(process.env['FAULTS_TRIALS'] ?? few);
  const seed = Number(process.env['FAULTS_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
  console.log(`${scenario.name}: ${String(trials)} trials; to repeat them: FAULTS_SEED=${String(seed)}`);
  const setting = { engine: testEngine(), trials, chance: new Chance(seed), show: () => undefined };
  const { judgement, others } = await scenario.run(setting);
  expect({ ...judgement, others }).toEqual({ ...nothingFound, others: [] });
}

/** The PostgreSQL of this run is others' too: nobody may stop it. */
function testEngine(): TestEngine {
  if (inject('engine') === 'sqlite') return sqlite;
  return { name: 'postgres', server: null, createDatabase: async () => (await createMigratedDatabase()).url };
}
