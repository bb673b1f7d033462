import { describe, expect } from 'vitest';
import { it } from '../e2e/driver/stage.js';
import { Aftermath } from './aftermath.js';
import { Chance } from './chance.js';
import { drain } from './drain.js';
import { writeFlows } from './flows.js';
import { findProblems } from './kept-store.js';
import { Siege } from './siege.js';

const kills = Number(process.env['FAULTS_KILLS'] ?? 8);
const seed = Number(process.env['FAULTS_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

describe('a server that is killed again and again while followers talk to it', () => {
  it(
    'applies what it acknowledged once, sends nothing twice, and leaves nothing behind',
    async ({ setStage }) => {
      console.log(`${kills} kills; to repeat them: FAULTS_SEED=${seed}`);
      const stage = await setStage({ prepare: writeFlows, env: { LOG_LEVEL: 'warn' } });
      const siege = new Siege(stage, new Chance(seed));
      await siege.run(kills);
      await drain(stage);
      expect(await stage.server.terminate()).toMatchObject({ code: 0 });

      const { talkers, unanswered } = siege.crowd;
      const aftermath = await Aftermath.open(stage.databaseUrl, stage.meta.sends());
      const problems = await Promise.all(talkers.map((talker) => aftermath.problemsOf(talker)));
      expect(problems.flat()).toEqual([]);
      const cutOff = await aftermath.countUnknown();
      await aftermath.close();
      expect(await findProblems(stage.databaseUrl)).toEqual([]);

      expect(talkers.length).toBeGreaterThan(kills);
      expect(unanswered).toBeGreaterThan(kills);
      expect(cutOff).toBeGreaterThan(0);
    },
    60_000 + kills * 30_000,
  );
});
