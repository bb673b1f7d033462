import type { Running } from '../contestants/contestant.js';
import { keywordsIn } from '../load/dialogue.js';
import { generate, type Pressure } from '../load/generate.js';
import type { Lengths } from '../parts/part.js';
import { cpuSeconds } from './cpu-time.js';
import { residentMegabytes } from './memory.js';
import { countSends, timeToDrain, untilSent } from './sends.js';

/** What a load has made of a contestant. */
export interface LoadedFigures extends Record<string, number> {
  /** Acknowledged events in a second. */
  readonly perSecond: number;
  /** Of these, those whose messages, too, have left when the time to drain is over. */
  readonly wholePerSecond: number;
  /** Of the acknowledgement, ms. */
  readonly p50: number;
  readonly p99: number;
  /** CPU time of its processes for an event, until all is sent, ms. */
  readonly cpu: number;
  /** Messages that have left. */
  readonly sends: number;
  /** From the last acknowledgement until the last message, s. */
  readonly drained: number;
  /** Memory of its processes together, MB. */
  readonly rss: number;
  /** Deliveries that were refused or not answered. */
  readonly refused: number;
}

/** Warms servers up, loads them, and waits for what they send. */
export async function underLoad(
  running: Running,
  lengths: Lengths,
  how: Omit<Pressure, 'seconds'>,
): Promise<LoadedFigures> {
  const { sent: sentBefore } = await warmUp(running, { ...how, seconds: lengths.warmUp });
  const cpuBefore = sumOver(running, cpuSeconds);
  const load = await generate(running, { ...how, seconds: lengths.seconds });
  const { sends, share, drained } = await drain(running, sentBefore, keywordsIn(load.acknowledged));
  return {
    perSecond: load.perSecond,
    wholePerSecond: load.perSecond * share,
    ...{ p50: load.p50, p99: load.p99, refused: load.refused },
    cpu: ((sumOver(running, cpuSeconds) - cpuBefore) * 1000) / load.acknowledged,
    ...{ sends, drained },
    rss: sumOver(running, residentMegabytes),
  };
}

/** Loads servers and waits until what that leads to is sent, however long that takes. */
export async function warmUp(running: Running, pressure: Pressure): Promise<Warmth> {
  const { platformUrl } = running;
  const before = platformUrl === null ? 0 : await countSends(platformUrl);
  const { acknowledged, perSecond } = await generate(running, pressure);
  const wanted = before + keywordsIn(acknowledged);
  return { perSecond, sent: platformUrl === null ? 0 : await untilSent(platformUrl, wanted, 60) };
}

interface Warmth {
  readonly perSecond: number;
  /** Messages that have left since the servers have started. */
  readonly sent: number;
}

async function drain({ platformUrl }: Running, sentBefore: number, wanted: number) {
  if (platformUrl === null) return { sends: 0, share: 1, drained: 0 };
  const ended = performance.now();
  const sends = (await untilSent(platformUrl, sentBefore + wanted, timeToDrain)) - sentBefore;
  const drained = (performance.now() - ended) / 1000;
  return { sends, share: Math.min(1, sends / wanted), drained };
}

function sumOver({ pids }: Running, of: (pid: number) => number): number {
  return pids.reduce((sum, pid) => sum + of(pid), 0);
}
