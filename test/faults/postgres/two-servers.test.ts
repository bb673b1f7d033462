import { describe, expect } from 'vitest';
import { it } from '../../e2e/driver/stage.js';
import { connect } from '../../postgres/connection.js';
import { Aftermath } from '../aftermath.js';
import { Chance } from '../chance.js';
import { drain } from '../drain.js';
import { writeFlows } from '../flows.js';
import { findProblems } from '../kept-store.js';
import { Orphans } from './orphans.js';
import { Pair } from './pair.js';

const kills = Number(process.env['FAULTS_KILLS'] ?? 4);
const seed = Number(process.env['FAULTS_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

describe('two servers on one database, one of which is killed again and again', () => {
  it(
    'keep the order of each contact, lose and repeat nothing, and take over from each other in time',
    async ({ setStage }) => {
      const stage = await setStage({ prepare: writeFlows, env: { LOG_LEVEL: 'warn' } });
      const orphans = new Orphans(await connect(stage.databaseUrl));
      const pair = new Pair(stage, new Chance(seed), orphans);
      const takeOvers = await pair.run(kills);
      const seconds = takeOvers.map(({ took }) => (took / 1_000).toFixed(1));
      console.log(`Taken over after ${seconds.join(', ')} s; to repeat the kills: FAULTS_SEED=${seed}`);
      await drain(stage);
      for (const ending of await pair.terminate()) expect(ending).toMatchObject({ code: 0 });

      const { talkers, unanswered } = pair.crowd;
      const aftermath = await Aftermath.open(stage.databaseUrl, stage.meta.sends());
      const problems = await Promise.all(talkers.map((talker) => aftermath.problemsOf(talker)));
      expect(problems.flat()).toEqual([]);
      await aftermath.close();
      expect(await findProblems(stage.databaseUrl)).toEqual([]);

      expect(Math.max(...takeOvers.map(({ took }) => took))).toBeLessThan(30_000);
      // Most kills leave something behind; how many of a few do, chance decides.
      expect(takeOvers.filter((one) => one.orphans > 0).length).toBeGreaterThanOrEqual(kills / 4);
      expect(talkers.length).toBeGreaterThan(kills * 5);
      expect(unanswered).toBeGreaterThan(kills);
    },
    60_000 + kills * 30_000,
  );
});
