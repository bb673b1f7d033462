import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTurn, TaskBoard } from './task-board.js';

const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(duration: number): Promise<void> {
  vi.advanceTimersByTime(duration);
  await nextTurn();
}

/** Something that a test ends when it likes. */
function pending<T>(): { readonly promise: Promise<T>; readonly end: (value: T) => Promise<void> } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return {
    promise,
    end: async (value) => {
      resolve(value);
      await nextTurn();
    },
  };
}

describe('conversations that were woken', () => {
  it('are served at once, so many at the same time, the others in their turn', async () => {
    const board = new TaskBoard(2);
    board.work.wake(['a', 'b', 'c', 'd']);
    expect(board.underWay).toEqual(['a', 'b']);
    await board.service('b').end(null);
    expect(board.underWay).toEqual(['a', 'c']);
    await board.service('a').end(null);
    await board.service('c').end(null);
    expect(board.underWay).toEqual(['d']);
  });

  it('are served once for any number of wakes before their turn', async () => {
    const board = new TaskBoard(1);
    board.work.wake(['a', 'b', 'b']);
    board.work.wake(['b']);
    await board.service('a').end(null);
    await board.service('b').end(null);
    expect(board.served).toEqual(['a', 'b']);
  });

  it('are served once more when they are woken while being served, and never twice at the same time', async () => {
    const board = new TaskBoard(2);
    board.work.wake(['a']);
    board.work.wake(['a']);
    board.work.wake(['a']);
    expect(board.served).toEqual(['a']);
    await board.service('a').end(null);
    expect(board.served).toEqual(['a', 'a']);
    await board.service('a').end(null);
    expect(board.served).toEqual(['a', 'a']);
  });

  it('are served once more though they were to come back later', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    board.work.wake(['a']);
    await board.service('a').end(60_000);
    expect(board.underWay).toEqual(['a']);
  });
});

describe('a conversation that must wait', () => {
  it('comes back at its moment', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    await board.service('a').end(5_000);
    await pass(4_999);
    expect(board.served).toEqual(['a']);
    await pass(1);
    expect(board.served).toEqual(['a', 'a']);
  });

  it('comes back at its moment, however far away that is', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    await board.service('a').end(40 * day);
    await pass(40 * day - 1);
    expect(board.served).toEqual(['a']);
    await pass(1);
    expect(board.served).toEqual(['a', 'a']);
  });

  it('is served at once when it is woken, and not again at the old moment', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    await board.service('a').end(5_000);
    board.work.wake(['a']);
    expect(board.underWay).toEqual(['a']);
    await board.service('a').end(null);
    await pass(10_000);
    expect(board.served).toEqual(['a', 'a']);
  });

  it('takes no place from the others', async () => {
    const board = new TaskBoard(1);
    board.work.wake(['a', 'b']);
    await board.service('a').end(5_000);
    expect(board.underWay).toEqual(['b']);
  });

  it('waits for its turn when its moment comes and all places are taken', async () => {
    const board = new TaskBoard(1);
    board.work.wake(['a', 'b']);
    await board.service('a').end(1_000);
    await pass(1_000);
    expect(board.underWay).toEqual(['b']);
    await board.service('b').end(null);
    expect(board.underWay).toEqual(['a']);
  });
});

describe('a conversation whose service fails', () => {
  it('is told of, rests for a second, and is served again', async () => {
    const board = new TaskBoard();
    const error = new Error('The disk is full.');
    board.work.wake(['a']);
    await board.service('a').fail(error);
    expect(board.errors).toEqual([error]);
    await pass(999);
    expect(board.served).toEqual(['a']);
    await pass(1);
    expect(board.served).toEqual(['a', 'a']);
  });

  it('holds up nobody else', async () => {
    const board = new TaskBoard(1);
    board.work.wake(['a', 'b']);
    await board.service('a').fail(new Error('no'));
    expect(board.underWay).toEqual(['b']);
  });
});

describe('timers', () => {
  it('are fired when one is due', async () => {
    const board = new TaskBoard();
    board.work.wakeAt(3_000);
    board.work.wakeAt(9_000);
    await pass(2_999);
    expect(board.fired).toBe(0);
    await pass(1);
    expect(board.fired).toBe(1);
  });

  it('are fired again when the next one is due', async () => {
    const board = new TaskBoard();
    board.nextTimer = () => Promise.resolve(board.fired === 1 ? 8_000 : null);
    board.work.wakeAt(3_000);
    await pass(3_000);
    await pass(5_000);
    expect(board.fired).toBe(2);
    await pass(100_000);
    expect(board.fired).toBe(2);
  });

  it('that fall due while others are being fired are not missed, nor fired at the same time', async () => {
    const board = new TaskBoard();
    const firing = pending<number | null>();
    board.nextTimer = () => (board.fired === 1 ? firing.promise : Promise.resolve(null));
    board.work.wakeAt(1_000);
    await pass(1_000);
    board.work.wakeAt(1_500);
    await pass(500);
    expect(board.fired).toBe(1);
    await firing.end(null);
    expect(board.fired).toBe(2);
  });

  it('that are set while others are being fired ring at their own moment', async () => {
    const board = new TaskBoard();
    const firing = pending<number | null>();
    board.nextTimer = () => (board.fired === 1 ? firing.promise : Promise.resolve(null));
    board.work.wakeAt(1_000);
    await pass(1_000);
    board.work.wakeAt(5_000);
    await firing.end(null);
    await pass(3_999);
    expect(board.fired).toBe(1);
    await pass(1);
    expect(board.fired).toBe(2);
  });

  it('are fired again a second after that failed, which is told of', async () => {
    const board = new TaskBoard();
    const error = new Error('The disk is full.');
    board.nextTimer = () => (board.fired === 1 ? Promise.reject(error) : Promise.resolve(null));
    board.work.wakeAt(1_000);
    await pass(1_000);
    expect(board.errors).toEqual([error]);
    await pass(1_000);
    expect(board.fired).toBe(2);
  });
});

describe('the start', () => {
  it('takes up all that an earlier process left, page by page, and fires what is due', async () => {
    const board = new TaskBoard(10);
    board.leftOvers = [['a', 'b'], ['c', 'd'], ['e']];
    await board.work.start();
    expect(board.served).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(board.fired).toBe(1);
  });
});

describe('the stop', () => {
  it('waits for what is under way, and begins nothing more', async () => {
    const board = new TaskBoard(1);
    board.work.wake(['a', 'b']);
    let hasStopped = false;
    const stop = board.work.stop().then(() => (hasStopped = true));
    board.work.wake(['c']);
    await nextTurn();
    expect(hasStopped).toBe(false);
    await board.service('a').end(1_000);
    await stop;
    await pass(10_000);
    expect(board.served).toEqual(['a']);
  });

  it('waits for timers that are being fired, and fires no more', async () => {
    const board = new TaskBoard();
    const firing = pending<number | null>();
    board.nextTimer = () => firing.promise;
    board.work.wakeAt(1_000);
    await pass(1_000);
    const stop = board.work.stop();
    board.work.wakeAt(2_000);
    await firing.end(3_000);
    await stop;
    await pass(day);
    expect(board.fired).toBe(1);
  });

  it('leaves no conversation resting, and no alarm set', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    await board.service('a').end(5_000);
    board.work.wakeAt(5_000);
    await board.work.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends also when what is under way fails', async () => {
    const board = new TaskBoard();
    board.work.wake(['a']);
    const stop = board.work.stop();
    await board.service('a').fail(new Error('no'));
    await stop;
    expect(board.errors).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
