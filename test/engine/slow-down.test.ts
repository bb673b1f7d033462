import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

const second = 1_000;
const minute = 60 * second;

describe('a platform that asks us to slow down', () => {
  it('for one contact, holds up nobody else', async ({ stage }) => {
    stage.platform.script = [{ says: 'throttle', after: 0, retryAfter: minute, scope: 'contact' }];
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await ada.says('link');
    await ben.says('link');
    expect([ada.heard, ben.heard]).toEqual([[], ['Here it is.']]);
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['Here it is.']);
  });

  it('for an account, is heard by all who write from it, and by nobody else', async ({ stage }) => {
    stage.platform.script = [{ says: 'throttle', after: 0, retryAfter: minute, scope: 'account' }];
    const [ada, ben, cleo] = [new Follower(stage), new Follower(stage), new Follower(stage, 'studio_page')];
    await ada.says('link');
    await ben.says('link');
    await cleo.says('link');
    expect([ada.sends.length, ben.sends.length, cleo.heard.length]).toEqual([1, 0, 1]);
    await stage.time.pass(59 * second);
    expect(ben.sends).toHaveLength(0);
    await stage.time.pass(2 * second);
    expect([ada.heard, ben.heard]).toEqual([['Here it is.'], ['Here it is.']]);
  });

  it('for an app, is heard by all accounts of the channel, and by no other', async ({ stage }) => {
    stage.platform.script = [{ says: 'throttle', after: 0, retryAfter: minute, scope: 'app' }];
    const [ada, ben, cleo] = [new Follower(stage), new Follower(stage), new Follower(stage, 'studio_page')];
    await ada.says('link');
    await ben.says('link');
    await cleo.says('link');
    expect([ada.sends.length, ben.sends.length, cleo.heard.length]).toEqual([1, 0, 1]);
    await stage.time.pass(61 * second);
    expect([ada.heard, ben.heard]).toEqual([['Here it is.'], ['Here it is.']]);
  });

  it('after a good send, is heard by all who write from the account', async ({ stage }) => {
    stage.platform.script = [{ says: 'sent', after: 0, rest: minute }];
    const [ada, ben, cleo] = [new Follower(stage), new Follower(stage), new Follower(stage, 'studio_page')];
    await ada.says('link');
    await ben.says('link');
    await cleo.says('link');
    expect([ada.heard.length, ben.sends.length, cleo.heard.length]).toEqual([1, 0, 1]);
    await stage.time.pass(minute);
    expect(ben.heard).toEqual(['Here it is.']);
  });

  it('without saying for how long, gets a second', async ({ stage }) => {
    stage.platform.script = [{ says: 'throttle', after: 0, scope: 'account' }];
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await ada.says('link');
    await ben.says('link');
    expect(ben.sends).toHaveLength(0);
    await stage.time.pass(second);
    expect(ben.heard).toEqual(['Here it is.']);
  });
});
