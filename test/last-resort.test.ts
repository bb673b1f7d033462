import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endOnUnhandled } from '../src/last-resort.js';

class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];

  exit(code: number): void {
    this.exits.push(code);
  }
}

describe('a fault that nobody handles', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function strike(stop: () => Promise<void> | null) {
    const [process, logged] = [new FakeProcess(), [] as string[]];
    endOnUnhandled(process, { fatal: (_fields, message) => void logged.push(message) }, stop);
    process.emit('uncaughtException', new Error('broken'));
    return { process, logged };
  }

  it('ends the process with 1 when what is under way has ended', async () => {
    let end = (): void => undefined;
    const { process, logged } = strike(() => new Promise<void>((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(10);
    expect(process.exits).toEqual([]);
    end();
    await vi.advanceTimersByTimeAsync(0);

    expect(process.exits).toEqual([1]);
    expect(logged).toEqual(['a fault that nobody handles: the server ends']);
  });

  it('ends it also where something does not end, or cannot', async () => {
    const never = strike(() => new Promise(() => undefined));
    const failing = strike(() => Promise.reject(new Error('cannot')));
    await vi.advanceTimersByTimeAsync(8_000);

    expect(never.process.exits).toEqual([1]);
    expect(failing.process.exits).toContain(1);
    expect(failing.logged).toContain('could not stop cleanly');
  });

  it('ends it at once before anything is open', async () => {
    const { process } = strike(() => null);
    await vi.advanceTimersByTimeAsync(0);

    expect(process.exits).toEqual([1]);
  });

  it('is ended once, however many there are', async () => {
    let stops = 0;
    const { process } = strike(() => {
      stops += 1;
      return new Promise(() => undefined);
    });
    process.emit('uncaughtException', new Error('broken again'));
    await vi.advanceTimersByTimeAsync(8_000);

    expect([stops, process.exits]).toEqual([1, [1]]);
  });
});
