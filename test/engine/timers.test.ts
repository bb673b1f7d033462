import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

const minute = 60_000;
const hour = 60 * minute;

describe('the time of a question', () => {
  it('is up to the minute', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.time.pass(2 * hour - minute);
    expect(ada.heard).toEqual(['Which one?']);
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['Which one?', 'Never mind.']);
  });

  it('ends with the answer', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await ada.says('the blue one');
    await stage.time.pass(3 * hour);
    expect(ada.heard).toEqual(['Which one?', 'the blue one, then.']);
  });

  it('begins anew when the question is asked anew', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.time.pass(hour);
    await ada.says('question');
    await stage.time.pass(hour + minute);
    expect(ada.heard).toEqual(['Which one?', 'Which one?']);
    await stage.time.pass(hour);
    expect(ada.heard).toEqual(['Which one?', 'Which one?', 'Never mind.']);
  });

  it('that was up while no server ran ends at the next start', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.kill();
    await stage.time.pass(5 * hour);
    await stage.start();
    expect(ada.heard).toEqual(['Which one?', 'Never mind.']);
  });

  it('goes on after a restart', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.time.pass(hour);
    await stage.stop();
    await stage.start();
    await stage.time.pass(hour - minute);
    expect(ada.heard).toEqual(['Which one?']);
    await stage.time.pass(minute);
    expect(ada.heard).toEqual(['Which one?', 'Never mind.']);
  });

  it('is up for everybody, however many they are', async ({ stage }) => {
    // More than timers are fired at once.
    const crowd = Array.from({ length: 600 }, () => new Follower(stage));
    await stage.engine.receive(crowd.map((one) => one.update(one.message('question'))));
    await stage.time.pass(2 * hour);
    await stage.time.pass(5_000);
    expect(new Set(crowd.map(({ heard }) => heard.join(' ')))).toEqual(new Set(['Which one? Never mind.']));
    expect((await stage.store.figures(stage.time.now())).dueTimers).toBe(0);
  }, 60_000);
});
