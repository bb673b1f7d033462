import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { Guest } from './channels/guest.js';
import { startMetaPlatform } from './channels/meta-platform.js';
import { startTelegramPlatform } from './channels/telegram-platform.js';
import { startWhatsAppPlatform } from './channels/whatsapp-platform.js';
import { startXPlatform } from './channels/x-platform.js';
import type { FakePlatform, PublicWire, Wire } from './channels/wire.js';
import { Stage } from './driver/stage.js';
import type { WorkspaceFolder } from './driver/workspace-folder.js';

const checklist = `flow: checklist
title: The checklist
start:
  - comment: checklist
    reply_publicly: [Sent! Check your DMs., It is in your inbox now.]
steps:
  - ask: Here is the checklist, as promised. What do you sell?
    id: goods
    save: goods
    within: 20h
    otherwise: end
  - say: Good luck with {{answer.goods}}!
  - outcome: delivered
`;

/** Connects the accounts that a test is about; the flows say nothing about themselves, so that they read the same everywhere. */
async function connect(flows: WorkspaceFolder, accounts: FakePlatform['accounts']): Promise<void> {
  await flows.edit('workspace.yaml', (text) => {
    const document = parseDocument(text);
    document.set('accounts', accounts);
    return document.toString();
  });
  await flows.write('checklist.yaml', checklist);
}

/** A server with one account, and its platform; both are there for all tests of a channel. */
function onStage<W extends Wire>(start: () => Promise<FakePlatform<W>>) {
  let platform: FakePlatform<W>;
  let stage: Stage;
  beforeAll(async () => {
    platform = await start();
    const { accounts, env } = platform;
    stage = await Stage.set({ prepare: (flows) => connect(flows, accounts), env });
    const server = await stage.start();
    platform.connect(server.address);
  });
  afterAll(async () => {
    stage.confidences.tell(
      ...platform.texts(),
      ...Object.values(platform.env).filter((value) => value.startsWith('canary')),
    );
    await stage.close();
    await platform.close();
    expect(platform.violations()).toEqual([]);
  });
  return { api: () => stage.api, guest: () => new Guest(platform.person('Zephyrine'), stage.api) };
}

/** What every channel carries, each in its own way. */
function carriesTheGuide({ api, guest }: ReturnType<typeof onStage>): void {
  it('takes someone through the guide, from the keyword to their consent', async () => {
    const ada = guest();
    await ada.says('Guide!');
    const first = await ada.hears('Here is the guide');
    expect(first.link ?? first.text).toContain('https://dm.example/l/');
    await ada.hears('What are you working on?');
    await ada.says('my thesis');
    await ada.hears('Good luck with my thesis');
    await ada.hears('One short tip a week?');
    await ada.chooses('Yes');
    await ada.hears('Lovely');
    await ada.hearsNothing();
    expect(await ada.outcomes()).toEqual(['delivered']);
    expect(await ada.ledger()).toMatchObject([{ change: 'granted', purpose: 'weekly_tips' }]);
  });

  it('obeys STOP in the middle, confirms it once, and stays silent', async () => {
    const ada = guest();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.says('please stop messaging me');
    await ada.hears('You are unsubscribed');
    await ada.says('guide');
    await ada.hearsNothing();
    expect(await ada.conversation()).toMatchObject({ state: 'stopped', run: null });
  });

  it('hands over to a person, keeps silent beside them, and goes on when they hand back', async () => {
    const ada = guest();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.says('I run a shop');
    await ada.hears('this one goes to a person');
    await ada.hears('Someone from Sales');
    const reply = { person: 'Mira', text: 'Hi, Mira here.', request_id: `reply-${ada.wire.reference}` };
    await api().act(`${await ada.path()}/reply`, reply);
    await ada.hears('Mira here');
    await ada.says('guide');
    await ada.hearsNothing();
    const { handoff } = await ada.conversation();
    await api().act(`/handoffs/${encodeURIComponent(handoff!.id)}/hand-back`, { person: 'Mira' });
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
  });
}

/** Where there are posts that one can comment on. */
function answersComments({ guest }: { readonly guest: () => Guest<PublicWire> }): void {
  it('answers a comment in private, once, and in public, and goes on when it is answered', async () => {
    const ada = guest();
    await ada.wire.comments('Checklist please!');
    await ada.hears('Here is the checklist');
    await ada.wire.comments('checklist, checklist!');
    await ada.says('handmade soap');
    await ada.hears('Good luck with handmade soap');
    await ada.hearsNothing();
    expect(await ada.outcomes()).toEqual(['delivered']);
    expect(ada.wire.publicReplies()).toEqual([expect.stringMatching(/^(Sent!|It is in your inbox)/)]);
  });
}

describe.each(['instagram', 'messenger'] as const)('%s', (channel) => {
  const stage = onStage(() => startMetaPlatform(channel));
  carriesTheGuide(stage);
  answersComments(stage);
});

describe('whatsapp', () => carriesTheGuide(onStage(() => startWhatsAppPlatform())));

describe('telegram', () => carriesTheGuide(onStage(() => startTelegramPlatform())));

describe('x', () => carriesTheGuide(onStage(() => startXPlatform())));
