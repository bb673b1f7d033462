import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

const second = 1_000;

describe('a flow that greets by name', () => {
  it('waits for the platform to tell it', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: second };
    const ada = new Follower(stage);
    await ada.says('greeting');
    expect(ada.sends).toEqual([]);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['Hi Ada!']);
    expect(stage.platform.profilesAsked).toBe(1);
  });

  it('asks no second time', async ({ stage }) => {
    stage.platform.profiles = { firstName: null, after: 0 };
    const ada = new Follower(stage);
    await ada.says('greeting');
    await ada.says('greeting');
    expect(ada.heard).toEqual(['Hi there!', 'Hi there!']);
    expect(stage.platform.profilesAsked).toBe(1);
  });

  it('goes on without a name when none comes in time', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: 20 * second };
    const ada = new Follower(stage);
    await ada.says('greeting');
    await stage.time.pass(4.9 * second);
    expect(ada.sends).toEqual([]);
    await stage.time.pass(0.2 * second);
    expect(ada.heard).toEqual(['Hi there!']);
  });

  it('knows a name that came too late the next time', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: 20 * second };
    const ada = new Follower(stage);
    await ada.says('greeting');
    await stage.time.pass(20 * second);
    await ada.says('greeting');
    expect(ada.heard).toEqual(['Hi there!', 'Hi Ada!']);
  });

  it('goes on without a name when the request fails, which is logged without anybody’s words', async ({
    stage,
  }) => {
    stage.platform.profiles = { firstName: null, after: 0, fails: true };
    const ada = new Follower(stage);
    await ada.says('greeting');
    await stage.time.pass(5 * second);
    expect(ada.heard).toEqual(['Hi there!']);
    const warnings = stage.logged.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ message }) => message)).toEqual([
      'a request to the outside could not be answered',
    ]);
    expect(JSON.stringify(warnings)).not.toContain('greeting');
  });

  it('makes later messages wait for their turn, and STOP not', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: second };
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await ada.says('greeting');
    await ada.says('link');
    await ben.says('greeting');
    await ben.says('STOP');
    expect(ada.sends).toEqual([]);
    expect(ben.heard).toEqual([expect.stringContaining('You are unsubscribed')]);
    await stage.time.pass(second);
    expect(ada.heard).toEqual(['Hi Ada!', 'Here it is.']);
    expect(ben.heard).toHaveLength(1);
  });

  it('asks again after a crash', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: 3 * second };
    const ada = new Follower(stage);
    await ada.says('greeting');
    await stage.kill();
    await stage.start();
    expect(stage.platform.profilesAsked).toBe(2);
    await stage.time.pass(3 * second);
    expect(ada.heard).toEqual(['Hi Ada!']);
  });

  it('leaves nothing behind of a contact who was erased while it asked', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: second };
    const ada = new Follower(stage);
    await ada.says('greeting');
    const { contact } = await ada.conversation();
    await stage.store.erase(contact.id, stage.time.now());
    await stage.time.pass(10 * second);
    expect(ada.sends).toEqual([]);
    expect(await stage.store.readContact(contact.id)).toBeNull();
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
