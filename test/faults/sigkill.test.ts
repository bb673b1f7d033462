import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { it, type Stage } from '../e2e/driver/stage.js';
import { Aftermath, integrityOf } from './aftermath.js';
import { Chance } from './chance.js';
import { writeFlows } from './flows.js';
import { Siege } from './siege.js';

const kills = 50;
const seed = Number(process.env['FAULTS_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

/** Until nothing waits to go out: a send of unknown fate holds its conversation back for half a minute. */
async function drain(stage: Stage): Promise<void> {
  const waiting = async () => (await stage.figures()).get('heyword_backlog{of="queued_messages"}');
  await expect.poll(waiting, { timeout: 60_000, interval: 250 }).toBe(0);
}

describe('a server that is killed again and again while followers talk to it', () => {
  it('applies what it acknowledged once, sends nothing twice, and leaves nothing behind', async ({
    setStage,
  }) => {
    console.log(`${kills} kills; to repeat them: FAULTS_SEED=${seed}`);
    const stage = await setStage({ prepare: writeFlows, env: { LOG_LEVEL: 'warn' } });
    const siege = new Siege(stage, new Chance(seed));
    await siege.run(kills);
    await drain(stage);
    expect(await stage.server.terminate()).toMatchObject({ code: 0 });

    const file = join(stage.dataFolder, 'heyword.db');
    const aftermath = new Aftermath(file, stage.meta.sends());
    const problems = await Promise.all(siege.talkers.map((talker) => aftermath.problemsOf(talker)));
    expect(problems.flat()).toEqual([]);
    expect(await aftermath.problemsOfLedger()).toEqual([]);
    const cutOff = await aftermath.countUnknown();
    await aftermath.close();
    expect(integrityOf(file)).toEqual(['ok', []]);

    expect(siege.talkers.length).toBeGreaterThan(kills);
    expect(siege.unanswered).toBeGreaterThan(kills);
    expect(cutOff).toBeGreaterThan(0);
  }, 240_000);
});
