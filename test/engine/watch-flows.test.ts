import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchFlows, type FlowWatch } from '../../src/engine/watch-flows.js';

/** A folder under watch; `changes` resolves when so many calls back have begun. */
const it = test.extend<{ readonly folder: string; readonly watch: FlowWatch }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'heyword-watch-'));
    writeFileSync(join(folder, 'guide.yaml'), 'flow: guide');
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  watch: async ({ folder }, use) => {
    const watch = await watchFlows(folder);
    await use(watch);
    await watch.stop();
  },
});

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

function newSignal(): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

describe('a folder of flows under watch', () => {
  it('calls back once when several files have changed', async ({ folder, watch }) => {
    const [first, second] = [newSignal(), newSignal()];
    const signals = [first, second];
    let calls = 0;
    watch.onChange(async () => {
      signals[calls]?.give();
      calls += 1;
    });
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.yaml`), 'flow: x');
    await first.given;
    expect(calls).toBe(1);
    writeFileSync(join(folder, 'guide.yaml'), 'flow: guide2');
    await second.given;
    expect(calls).toBe(2);
  });

  it('calls back though a database in the folder is written all the time', async ({ folder, watch }) => {
    const signals = [newSignal(), newSignal()];
    let calls = 0;
    watch.onChange(async () => {
      signals[calls]?.give();
      calls += 1;
    });
    let written = 0;
    const writing = setInterval(() => {
      for (const name of ['heyword.db', 'heyword.db-wal'])
        writeFileSync(join(folder, name), 'x'.repeat((written += 1)));
    }, 20);
    try {
      for (const [place, signal] of signals.entries()) {
        writeFileSync(join(folder, 'codes.txt'), `A${place}`);
        await signal.given;
        expect(calls).toBe(place + 1);
      }
    } finally {
      clearInterval(writing);
    }
  });

  it('keeps a change for who listens later', async ({ folder, watch }) => {
    rmSync(join(folder, 'guide.yaml'));
    const heard = newSignal();
    const later = newSignal();
    setTimeout(later.give, 400);
    await later.given;
    watch.onChange(async () => heard.give());
    await heard.given;
  });

  it('calls back once more for what changes during a call, and never twice at the same time', async ({
    folder,
    watch,
  }) => {
    const [began, mayEnd, again] = [newSignal(), newSignal(), newSignal()];
    let underWay = 0;
    let most = 0;
    let calls = 0;
    watch.onChange(async () => {
      calls += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      if (calls === 1) {
        began.give();
        await mayEnd.given;
      } else {
        again.give();
      }
      underWay -= 1;
    });
    writeFileSync(join(folder, 'guide.yaml'), 'flow: one');
    await began.given;
    writeFileSync(join(folder, 'guide.yaml'), 'flow: two');
    const settled = newSignal();
    setTimeout(settled.give, 400);
    await settled.given;
    expect(calls).toBe(1);
    mayEnd.give();
    await again.given;
    expect(most).toBe(1);
  });

  it('waits for the call under way when it stops, and calls no more', async ({ folder, watch }) => {
    const [began, mayEnd] = [newSignal(), newSignal()];
    let hasEnded = false;
    watch.onChange(async () => {
      began.give();
      await mayEnd.given;
      hasEnded = true;
    });
    writeFileSync(join(folder, 'guide.yaml'), 'flow: one');
    await began.given;
    const stopped = watch.stop();
    mayEnd.give();
    await stopped;
    expect(hasEnded).toBe(true);
  });
});
