import type { Running } from '../contestants/contestant.js';
import { appSecret } from '../contestants/contestant.js';
import { besideThis, start } from '../processes.js';
import type { ClosedLoop, LoadFigures } from './closed-loop-words.js';
import type { Course } from './dialogue.js';
import type { LatencyFigures, OpenLoop } from './open-loop-words.js';

/** How hard a closed loop presses. */
export interface Pressure {
  readonly seconds: number;
  /** To each server: one of two has as much to do as one alone. */
  readonly connections: number;
  /** Messages in each delivery. */
  readonly batch: number;
}

/** One message a delivery, on as many connections as keep every contestant busy. */
export const manyConnections = { connections: 32, batch: 1 } as const;

/** More messages than any load has; Telegram's chats are numbers of up to 52 bits. */
const apart = 100_000_000;
let loads = 0;

/** New followers for a load, of whom none has written in another. */
function newCourse(mostOnTheirWay: number): Course {
  loads += 1;
  return { first: 1_000_000_000 + loads * apart, pause: Math.max(512, 8 * Math.ceil(mostOnTheirWay / 4)) };
}

/** Delivers as fast as it is acknowledged, from a process of its own. */
export async function generate({ targets }: Running, pressure: Pressure): Promise<LoadFigures> {
  const connections = pressure.connections * targets.length;
  const course = newCourse(connections * pressure.batch);
  const order: ClosedLoop = { targets, secret: appSecret, course, ...pressure, connections };
  const generator = await start([besideThis('load/closed-loop.ts'), JSON.stringify(order)]);
  return JSON.parse(generator.readyLine) as LoadFigures;
}

/** Delivers one message at a time at a fixed rate, from a process of its own. */
export async function generateAt(
  { targets, platformUrl }: Running,
  rate: number,
  seconds: number,
): Promise<LatencyFigures> {
  const course = newCourse(Math.ceil(rate));
  const order: OpenLoop = { targets, secret: appSecret, course, rate, seconds, platformUrl };
  const generator = await start([besideThis('load/open-loop.ts'), JSON.stringify(order)]);
  return JSON.parse(generator.readyLine) as LatencyFigures;
}
