import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import type { Answer } from './stage/scripted-platform.js';
import type { Stage } from './stage/stage.js';
import { flowFile, studioFiles } from './stage/studio-files.js';
import { it } from './stage/with-stage.js';

const second = 1_000;
const minute = 60 * second;

const slowly: Answer = { says: 'sent', after: 3 * second };
const always = (answer: Answer): readonly Answer[] => Array.from({ length: 100 }, () => answer);

async function stoppedAccounts(stage: Stage): Promise<readonly string[]> {
  return (await stage.engine.readiness()).stoppedAccounts.map(({ account }) => account);
}

const mia = { name: 'Mia', id: null };

describe('a message before which we are seen typing', () => {
  const files = studioFiles({
    'typing.yaml': flowFile(
      'typing',
      `
  - say: A moment.
    typing: 5s
  - say: Here.
  - outcome: told
`,
    ),
  });

  async function begin(stage: Stage): Promise<Follower> {
    stage.files = files;
    await stage.reload();
    const ada = new Follower(stage);
    await ada.says('typing');
    return ada;
  }

  it('goes out after that time, and what follows after it', async ({ stage }) => {
    const ada = await begin(stage);
    expect(stage.platform.typings.map(({ contactId }) => contactId)).toEqual([ada.id]);
    await stage.time.pass(4 * second);
    expect(ada.sends).toEqual([]);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['A moment.', 'Here.']);
    expect(stage.platform.typings).toHaveLength(1);
  });

  it('is shown as read, the last one that the contact wrote', async ({ stage }) => {
    const ada = await begin(stage);
    const [message] = (await ada.story()).filter(({ direction }) => direction === 'in');
    expect(stage.platform.typings[0]?.lastMessageId).toBe(message?.platformMessageId);
  });

  it('holds back nobody else', async ({ stage }) => {
    const ada = await begin(stage);
    const grace = new Follower(stage);
    await grace.says('link');
    expect(grace.heard).toEqual(['Here it is.']);
    expect(ada.heard).toEqual([]);
  });

  it('never goes out where STOP comes meanwhile', async ({ stage }) => {
    const ada = await begin(stage);
    await ada.says('STOP');
    await stage.time.pass(minute);
    expect(ada.heard).toEqual([expect.stringContaining('unsubscribed')]);
  });

  it('never goes out where a person takes over meanwhile', async ({ stage }) => {
    const ada = await begin(stage);
    await stage.time.passUntil(stage.engine.takeOver(await ada.conversationId(), mia));
    await stage.time.pass(minute);
    expect(ada.sends).toEqual([]);
  });

  it('goes out once though the server dies while we are seen typing', async ({ stage }) => {
    const ada = await begin(stage);
    await stage.kill();
    await stage.start();
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['A moment.', 'Here.']);
  });
});

describe('the messages of one conversation', () => {
  it('go out one at a time, in order', async ({ stage }) => {
    stage.platform.script = always(slowly);
    const ada = new Follower(stage);
    await ada.says('series');
    expect(ada.sends.map(({ text }) => text)).toEqual(['First.']);
    await stage.time.pass(3 * second);
    expect(ada.sends.map(({ text }) => text)).toEqual(['First.', 'Second.']);
    await stage.time.pass(6 * second);
    expect(ada.heard).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('wait behind one that must be tried again', async ({ stage }) => {
    stage.platform.script = [{ says: 'retry', after: 0, retryAfter: 10 * second }];
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(9 * second);
    expect(ada.sends).toHaveLength(1);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('wait until one of unknown fate counts as settled, which is not sent again', async ({ stage }) => {
    stage.platform.script = [{ says: 'unknown', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(29 * second);
    expect(ada.sends).toHaveLength(1);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['Second.', 'Third.']);
    expect(await ada.states()).toEqual(['First. unknown', 'Second. sent', 'Third. sent']);
  });

  it('never make another conversation wait', async ({ stage }) => {
    stage.platform.script = [slowly];
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await ada.says('link');
    await ben.says('link');
    expect([ada.heard, ben.heard]).toEqual([[], ['Here it is.']]);
  });

  it('carry the account’s token, and a link that leads through our own address', async ({ stage }) => {
    const ada = new Follower(stage, 'studio_page');
    await ada.says('link');
    const [send] = ada.sends;
    expect(send).toMatchObject({ channel: 'messenger', accountId: '1002', token: 'value of PAGE_TOKEN' });
    const address = send?.linkAddress ?? '';
    expect(address).toMatch(/^https:\/\/dm\.example\/l\/\w+$/);
    expect(await stage.store.followLink(address.split('/').at(-1) ?? '', stage.time.now())).toBe(
      'https://example.com/guide',
    );
  });

  it('are given to a person when the platform has had trouble too often', async ({ stage }) => {
    stage.platform.script = always({ says: 'retry', after: 0 });
    const ada = new Follower(stage);
    await ada.says('link');
    await stage.time.pass(10 * minute);
    expect(ada.sends).toHaveLength(6);
    expect(await ada.states()).toEqual(['Here it is. failed']);
    expect(await ada.handoffReasons()).toEqual(['retries_exhausted']);
  });

  it('are given up where the contact is out of reach', async ({ stage }) => {
    stage.platform.script = [{ says: 'unreachable', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(minute);
    expect(await ada.states()).toEqual(['First. failed', 'Second. unreachable', 'Third. unreachable']);
  });
});

describe('a message that was on the wire at STOP, and comes back to be tried again', () => {
  it('does not go out, not even after START', async ({ stage }) => {
    stage.platform.script = [{ says: 'retry', after: 2 * second }];
    const ada = new Follower(stage);
    await ada.says('link');
    await ada.says('STOP');
    await stage.time.pass(2 * second);
    await ada.says('START');
    await stage.time.pass(minute);
    expect(ada.heard).toEqual([
      expect.stringContaining('You are unsubscribed'),
      expect.stringContaining('Welcome back'),
    ]);
    expect((await ada.states())[0]).toBe('Here it is. stopped');
  });
});

describe('an account that the platform refuses', () => {
  it('sends nothing more, is named, and goes on after a restart', async ({ stage }) => {
    stage.platform.script = [{ says: 'auth', after: 0 }];
    const [ada, ben, cleo] = [new Follower(stage), new Follower(stage), new Follower(stage, 'studio_page')];
    await ada.says('link');
    await ben.says('link');
    await cleo.says('link');
    await stage.time.pass(30 * minute);
    expect([ada.sends.length, ben.sends.length, cleo.heard.length]).toEqual([1, 0, 1]);
    expect(await stoppedAccounts(stage)).toEqual(['main/studio_ig']);

    await stage.stop();
    await stage.start();
    await stage.time.pass(minute);
    expect([ada.heard, ben.heard]).toEqual([['Here it is.'], ['Here it is.']]);
    expect(await stoppedAccounts(stage)).toEqual([]);
  });

  it('because it broke a policy, has a person see to the message', async ({ stage }) => {
    stage.platform.script = [{ says: 'policy', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('link');
    await stage.time.pass(minute);
    expect(await ada.states()).toEqual(['Here it is. failed']);
    expect(await ada.handoffReasons()).toEqual(['retries_exhausted']);
    expect(await stoppedAccounts(stage)).toEqual(['main/studio_ig']);
  });

  it('still hears STOP', async ({ stage }) => {
    stage.platform.script = [{ says: 'auth', after: 0 }];
    const ada = new Follower(stage);
    await ada.says('series');
    await ada.says('STOP');
    expect((await ada.conversation()).consent.stopped).not.toBeNull();
    expect(await ada.states()).toEqual([
      ...['First. stopped', 'Second. stopped', 'Third. stopped'],
      expect.stringMatching(/^You are unsubscribed.* queued$/),
    ]);
  });
});

describe('an account that is not in workspace.yaml any more', () => {
  it('keeps its messages, and sends them when it is back', async ({ stage }) => {
    stage.platform.script = [{ says: 'retry', after: 0, retryAfter: 10 * second }];
    const ada = new Follower(stage);
    await ada.says('link');
    const [workspace] = studioFiles();
    const text = (workspace?.text ?? '').replace(/ {2}- \{ channel: instagram.*\n/, '');
    stage.files = studioFiles({ 'workspace.yaml': text });
    await stage.reload();
    await stage.time.pass(minute);
    expect(ada.sends).toHaveLength(1);
    expect(await stoppedAccounts(stage)).toEqual(['main/studio_ig']);

    await stage.stop();
    stage.files = studioFiles();
    await stage.start();
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['Here it is.']);
  });
});

describe('a stop', () => {
  it('lets the send under way end, and begins no other', async ({ stage }) => {
    stage.platform.script = always(slowly);
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.stop();
    expect(ada.heard).toEqual(['First.']);

    await stage.start();
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['First.', 'Second.', 'Third.']);
    expect(ada.sends).toHaveLength(3);
  });

  it('cuts off a send that takes too long, which is unknown then', async ({ stage }) => {
    stage.platform.script = [{ says: 'sent', after: 10 * minute }];
    const ada = new Follower(stage);
    await ada.says('series');
    const before = stage.time.now();
    await stage.stop();
    expect(stage.time.now() - before).toBe(4 * second);

    await stage.start();
    expect(await ada.states()).toEqual(['First. unknown', 'Second. queued', 'Third. queued']);
    await stage.time.pass(30 * second);
    expect(ada.heard).toEqual(['Second.', 'Third.']);
  });
});

describe('a kill in the middle of a send', () => {
  it('leaves it unknown, holds the next back, and repeats nothing', async ({ stage }) => {
    stage.platform.script = [slowly];
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.kill();
    await stage.time.pass(minute);
    await stage.start();
    expect(await ada.states()).toEqual(['First. unknown', 'Second. queued', 'Third. queued']);
    await stage.time.pass(29 * second);
    expect(ada.sends).toHaveLength(1);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['Second.', 'Third.']);
  });
});
