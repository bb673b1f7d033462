import { type IncomingMessage, get } from 'node:http';
import { describe, expect, onTestFinished } from 'vitest';
import { createDatabase } from '../../postgres/test-database.js';
import { delivery, type Item } from '../../platforms/meta-payloads.js';
import type { Follower } from '../driver/follower.js';
import { secrets } from '../driver/secrets.js';
import type { ServerProcess } from '../driver/server-process.js';
import { it, type Stage } from '../driver/stage.js';
import { WorkspaceFolder } from '../driver/workspace-folder.js';

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

/** Hands something that a follower does to one of the servers. */
async function hand(stage: Stage, server: ServerProcess, { account }: Follower, item: Item): Promise<void> {
  const { status } = await stage.deliver(delivery(account, item), secrets.META_APP_SECRET, server);
  expect(status).toBe(200);
}

/** What a server tells the open pages of its simulator, as far as it has told. */
async function listen({ address }: ServerProcess): Promise<() => string> {
  let heard = '';
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/simulator/events`, { agent: false }, resolve).on('error', reject);
  });
  onTestFinished(() => void answer.destroy());
  answer.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
  return () => heard;
}

describe('servers on one database', () => {
  it('are welcome also when they start at the same time on an empty one', async ({ setStage }) => {
    const database = await createDatabase();
    onTestFinished(() => database.drop());
    const stage = await setStage({ env: { DATABASE_URL: database.url } });
    const servers = await Promise.all([stage.start(), stage.start(), stage.start()]);
    for (const { address } of servers) expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('share each conversation, whichever of them hears what is said', async ({ setStage }) => {
    const stage = await setStage();
    const [one, other] = [await stage.start(), await stage.start()];
    const ada = stage.follower();
    const guide = ada.thread.says('guide');
    await hand(stage, one, ada, guide);
    await ada.hears(`Hi ${ada.firstName}!`);
    await ada.hears('What are you working on?');
    await hand(stage, other, ada, guide);
    await hand(stage, other, ada, ada.thread.says('a lighthouse'));
    await ada.hears('Good luck with a lighthouse!');
    await ada.hears('One short tip a week');
    await hand(stage, one, ada, ada.thread.says('STOP'));
    await ada.hears('You are unsubscribed');
    await hand(stage, other, ada, ada.thread.says('guide'));
    await ada.hearsNothing();
    expect((await ada.ledger()).map(({ change }) => change)).toEqual(['withdrawn']);
  });

  it('end a run as it began, on files that only the other one had read', async ({ setStage }) => {
    const stage = await setStage({
      prepare: (flows) => flows.write('survey.yaml', survey('Which colour do you like?', 'We like it too,')),
    });
    const newer = await WorkspaceFolder.copyOf('studio', `${stage.flows.path}-newer`);
    await newer.write('survey.yaml', survey('Which animal do you like?', 'A fine animal,'));
    const other = await stage.start({ FLOWS_DIR: newer.path });
    const one = await stage.start();
    const [ada, ben] = [stage.follower(), stage.follower()];
    await hand(stage, one, ada, ada.thread.says('survey'));
    await ada.hears('Which colour do you like?');
    await hand(stage, other, ben, ben.thread.says('survey'));
    await ben.hears('Which animal do you like?');
    await hand(stage, other, ada, ada.thread.says('ultramarine'));
    await ada.hears('We like it too, ultramarine');
    await hand(stage, one, ben, ben.thread.says('an otter'));
    await ben.hears('A fine animal, an otter');
    expect(await ada.outcomes()).toEqual(['answered']);
    expect(await ben.outcomes()).toEqual(['answered']);
  });

  it('tell the pages of each other which story has changed', async ({ setStage }) => {
    const stage = await setStage({ isConnected: false });
    const [one, other] = [await stage.start(), await stage.start()];
    const heard = await listen(other);
    const saying = await fetch(`${one.address}/webhooks/simulator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ contact: 'Ana', id: 'saying-1', text: 'guide' }),
    });
    expect(saying.status).toBe(200);
    await expect.poll(heard).toContain('event: story\ndata: {"contact":"Ana"}\n\n');
  });
});
