import { describe, expect, test } from 'vitest';
import type { LookupAnswer } from '../../src/core/lookup.js';
import { Follower } from './stage/follower.js';
import { outsideFiles } from './stage/outside-files.js';
import { Stage } from './stage/stage.js';

const second = 1_000;

const it = test.extend<{ readonly stage: Stage }>({
  stage: async ({}, use) => {
    const stage = await Stage.open({ files: outsideFiles() });
    await use(stage);
    await stage.close();
  },
});

const shipped: LookupAnswer = { result: 'found', values: { status: 'shipped' } };
const ticket: LookupAnswer = { result: 'found', values: { reference: 'T-77' } };

describe('a look-up', () => {
  it('is asked once it is on disk, and its answer goes on with the flow', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    expect(await stage.store.openRequests()).toMatchObject([{ kind: 'lookUp', lookup: 'order_status' }]);
    expect(ada.heard).toEqual([]);

    await stage.time.pass(second);
    expect(ada.heard).toEqual(['It is shipped.']);
    expect(await stage.store.openRequests()).toEqual([]);
    expect(stage.outside.asked).toMatchObject([
      { workspace: 'main', lookup: { name: 'order_status' }, inputs: { order: '4711' } },
    ]);
  });

  it.each<[LookupAnswer['result'], string]>([
    ['not_found', 'There is no such order.'],
    ['failed', 'I cannot tell.'],
  ])('goes the way of its answer: %s', async (result, heard) => {
    const stage = await Stage.open({ files: outsideFiles() });
    stage.outside.script = [{ answer: { result, values: {} }, after: 0 }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    expect(ada.heard).toEqual([heard]);
    await stage.close();
  });

  it('has failed when its time is up, and its late answer changes nothing', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: 20 * second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    await stage.time.pass(3.9 * second);
    expect(ada.heard).toEqual([]);
    await stage.time.pass(0.2 * second);
    expect(ada.heard).toEqual(['I cannot tell.']);

    const before = await ada.conversation();
    await stage.time.pass(30 * second);
    expect(ada.heard).toEqual(['I cannot tell.']);
    expect(await ada.conversation()).toEqual(before);
  });

  it('lets later messages wait in their order', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    await ada.says('series');
    await ada.says('link');
    expect(ada.heard).toEqual([]);

    await stage.time.pass(second);
    expect(ada.heard).toEqual(['It is shipped.', 'First.', 'Second.', 'Third.', 'Here it is.']);
  });

  it('ends by STOP, which does not wait, and nothing is said when the answer comes', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    await ada.says('STOP');
    expect(ada.heard).toEqual([expect.stringContaining('You are unsubscribed')]);
    expect(await ada.conversation()).toMatchObject({ run: null, awaiting: null });
    expect(await stage.store.openRequests()).toEqual([]);

    await stage.time.pass(60 * second);
    expect(ada.heard).toHaveLength(1);
  });

  it('is asked again after a crash that came before its answer', async ({ stage }) => {
    stage.outside.script = [
      { answer: shipped, after: second },
      { answer: shipped, after: second },
    ];
    const ada = new Follower(stage);
    await ada.says('parcel');
    await stage.kill();
    await stage.start();
    const [first, again] = stage.outside.asked;
    expect(again?.requestId).toBe(first?.requestId);

    await stage.time.pass(second);
    expect(ada.heard).toEqual(['It is shipped.']);
  });

  it('is asked after a crash that came before anybody was asked', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: 0 }];
    const ada = new Follower(stage);
    void ada.says('parcel');
    await stage.kill();
    expect(stage.outside.asked).toEqual([]);
    await stage.start();
    expect(ada.heard).toEqual(['It is shipped.']);
  });

  it('that does something is not done twice by a crash: its time runs out instead', async ({ stage }) => {
    stage.outside.script = [{ answer: ticket, after: second }];
    const ada = new Follower(stage);
    await ada.says('complaint');
    await stage.kill();
    await stage.start();
    await stage.time.pass(20 * second);
    expect(stage.outside.asked).toHaveLength(1);
    expect(await ada.handoffReasons()).toEqual(['escalated']);
    expect(ada.heard).toEqual([expect.stringMatching(/Someone from Support/u)]);
  });

  it('that was taken out of the workspace while it waited to be asked has failed', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: 60 * second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    await stage.kill();
    stage.files = outsideFiles().filter(({ path }) => path !== 'parcel.yaml');
    stage.files = stage.files.map((file) =>
      file.path === 'workspace.yaml'
        ? { ...file, text: file.text.replace('order_status:', 'another_name:') }
        : file,
    );
    await stage.start();
    expect(ada.heard).toEqual(['I cannot tell.']);
    expect(stage.logged.map(({ message }) => message)).toContain(
      'a look-up is not in workspace.yaml any more',
    );
  });

  it('of a workspace that is not there any more is told to the log, and ends nothing else', async ({
    stage,
  }) => {
    stage.outside.script = [{ answer: shipped, after: 60 * second }];
    await new Follower(stage).says('parcel');
    await stage.kill();
    stage.files = outsideFiles().map((file) => ({ ...file, path: `other/${file.path}` }));
    await stage.start();
    await stage.time.pass(second);
    expect(stage.logged.map(({ message }) => message)).toContain(
      'a request to the outside could not be answered',
    );
  });

  it('leaves nothing behind of a contact who was erased while it asked', async ({ stage }) => {
    stage.outside.script = [{ answer: shipped, after: second }];
    const ada = new Follower(stage);
    await ada.says('parcel');
    const { contact } = await ada.conversation();
    await stage.store.erase(contact.id, stage.time.now());
    await stage.time.pass(10 * second);
    expect(ada.sends).toEqual([]);
    expect(await stage.store.readContact(contact.id)).toBeNull();
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a coupon', () => {
  it('is given once to each contact, and the same one again to who asks again', async ({ stage }) => {
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await ada.says('spring');
    await ben.says('spring');
    await ada.says('spring');
    expect(ada.heard).toEqual(['Yours: A-1', 'Yours: A-1']);
    expect(ben.heard).toEqual(['Yours: B-2']);
  });

  it('is followed by other words when the list is empty', async ({ stage }) => {
    for (let number = 0; number < 2; number += 1) await new Follower(stage).says('spring');
    const late = new Follower(stage);
    await late.says('spring');
    expect(late.heard).toEqual(['All codes are gone.']);
  });

  it('is not given after the last day of the offer', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('past');
    expect(ada.heard).toEqual(['All codes are gone.']);
  });

  it('is given after a crash that came between the wish and the draw', async ({ stage }) => {
    const ada = new Follower(stage);
    void ada.says('spring');
    await stage.kill();
    await stage.start();
    const ben = new Follower(stage);
    await ben.says('spring');
    expect([...ada.heard, ...ben.heard]).toEqual(['Yours: A-1', 'Yours: B-2']);
  });
});

describe('an escalation', () => {
  it('by ticket tells its number, and opens a handoff under it', async ({ stage }) => {
    stage.outside.script = [{ answer: ticket, after: 0 }];
    const ada = new Follower(stage);
    await ada.says('complaint');
    expect(stage.outside.asked).toMatchObject([{ inputs: { note: 'It came in pieces.' } }]);
    expect(ada.heard).toEqual([expect.stringMatching(/T-77.*Someone from Support/u)]);
    const { contact } = await ada.conversation();
    expect((await stage.store.exportContact(contact.id))?.handoffs).toMatchObject([
      { reason: 'escalated', reference: 'T-77', priority: 'high', note: 'It came in pieces.' },
    ]);
  });

  it('by e-mail tells where to write, and opens a handoff under the reference that they were told', async ({
    stage,
  }) => {
    const ada = new Follower(stage);
    await ada.says('letter');
    const { contact } = await ada.conversation();
    const [handoff] = (await stage.store.exportContact(contact.id))?.handoffs ?? [];
    expect(handoff).toMatchObject({ reason: 'escalated', team: 'support', priority: 'urgent' });
    expect(ada.heard).toHaveLength(1);
    expect(ada.heard[0]).toContain('help@example.com');
    expect(ada.heard[0]).toContain(handoff?.reference ?? 'a reference');
  });
});

describe('a secret that a look-up names and the environment does not have', () => {
  it('keeps nothing else from being served, and is named with the look-up that lacks it', async () => {
    const stage = await Stage.open({
      files: outsideFiles(),
      secret: (name) => (name === 'SHOP_TOKEN' ? undefined : `value of ${name}`),
    });
    expect(stage.workspaces.unaskableLookups).toEqual([
      { workspace: 'main', lookup: 'order_status', missing: ['SHOP_TOKEN'] },
    ]);
    const ada = new Follower(stage);
    await ada.says('series');
    expect(ada.heard).toEqual(['First.', 'Second.', 'Third.']);
    await stage.close();
  });
});
