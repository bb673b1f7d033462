import { describe, expect } from 'vitest';
import { it, type Stage } from './driver/stage.js';

const survey = (question: string, thanks: string): string => `
flow: survey
title: A survey
start:
  - keyword: survey
steps:
  - ask: ${question}
    id: colour
    save: colour
    within: 20h
    otherwise: end
  - say: ${thanks} {{answer.colour}}
  - outcome: answered
`;

/** A mistake in line 8, column 5. */
const broken = `
flow: survey
title: A survey
start:
  - keyword: survey
steps:
  - ask: Which colour do you like?
    sav: colour
`;

interface Readiness {
  readonly ready: boolean;
  readonly rejected_reload: string | null;
}

async function readiness(stage: Stage): Promise<Readiness & { readonly status: number }> {
  const answer = await stage.get('/readyz');
  return { ...((await answer.json()) as Readiness), status: answer.status };
}

/** Changes a flow file, and waits until the running server has looked at it. */
async function edit(stage: Stage, text: string, outcome: RegExp): Promise<void> {
  const { mark } = stage.server.output;
  await stage.flows.write('survey.yaml', text);
  await stage.server.output.waitFor(outcome, { from: mark });
}

describe('a broken flow file', () => {
  it('keeps the server from starting, and is pointed at by file, line and column', async ({ setStage }) => {
    const stage = await setStage({ prepare: (flows) => flows.write('survey.yaml', broken) });
    const { code, output } = await stage.refusedStart();
    expect(code).toBe(1);
    expect(output).toMatch(/survey\.yaml:8:5\b/);
    expect(output).toContain('save');
    expect(output).not.toContain('    at ');
  });

  it('folder that is not there does the same', async ({ setStage }) => {
    const stage = await setStage();
    const { code, output } = await stage.refusedStart({ FLOWS_DIR: `${stage.flows.path}/nowhere` });
    expect([code, output]).toEqual([1, expect.stringContaining('FLOWS_DIR')]);
  });

  it('among good ones while the server runs changes nothing, and is named on /readyz until it is mended', async ({
    openStage,
  }) => {
    const stage = await openStage({
      prepare: (flows) => flows.write('survey.yaml', survey('Which colour do you like?', 'We like it too,')),
    });
    await edit(stage, broken, /have mistakes/);
    expect(await readiness(stage)).toMatchObject({
      status: 200,
      ready: true,
      rejected_reload: expect.stringContaining('survey.yaml:8:5') as string,
    });
    const ada = stage.follower();
    await ada.says('survey');
    await ada.hears('Which colour do you like?');

    await edit(stage, survey('And which shape?', 'Noted,'), /flows reloaded/);
    expect(await readiness(stage)).toMatchObject({ status: 200, rejected_reload: null });
  });
});

describe('a good edit', () => {
  it('is what new runs get, while an open run ends as it began, also after a restart', async ({
    openStage,
  }) => {
    const stage = await openStage({
      prepare: (flows) => flows.write('survey.yaml', survey('Which colour do you like?', 'We like it too,')),
    });
    const [ada, ben, cleo] = [stage.follower(), stage.follower(), stage.follower()];
    for (const early of [ada, ben]) {
      await early.says('survey');
      await early.hears('Which colour do you like?');
    }
    const { run: old } = await ada.conversation();

    await edit(stage, survey('Which animal do you like?', 'A fine animal,'), /flows reloaded/);
    await cleo.says('survey');
    await cleo.hears('Which animal do you like?');
    expect((await cleo.conversation()).run?.version).not.toBe(old?.version);
    await ada.says('deep green');
    await ada.hears('We like it too, deep green');

    await stage.restart();
    await ben.says('ultramarine');
    await ben.hears('We like it too, ultramarine');
    await cleo.says('an otter');
    await cleo.hears('A fine animal, an otter');
    const spoken = (await ben.story()).filter(({ direction }) => direction === 'out');
    expect(new Set(spoken.map(({ speaker }) => speaker?.version))).toEqual(new Set([old?.version]));
    expect(await ben.outcomes()).toEqual(['answered']);
  });

  it('that removes a flow lets its open runs end, and answers its keyword no more', async ({ openStage }) => {
    const stage = await openStage({
      prepare: (flows) => flows.write('survey.yaml', survey('Which colour do you like?', 'We like it too,')),
    });
    const [ada, ben] = [stage.follower(), stage.follower()];
    await ada.says('survey');
    await ada.hears('Which colour do you like?');
    const { mark } = stage.server.output;
    await stage.flows.remove('survey.yaml');
    await stage.server.output.waitFor(/flows reloaded/, { from: mark });
    await ben.says('survey');
    await ben.hears(/did not get that/);
    await stage.restart();
    await ada.says('amber');
    await ada.hears('We like it too, amber');
  });
});
