import { Counter, Gauge, type Registry } from 'prom-client';

/** Why a page was not let listen, or was cut off. */
export type StreamEnding = 'session_full' | 'house_full' | 'closing' | 'too_slow';

/** Who listens to this process at the moment of asking. */
export interface Listening {
  readonly streams: number;
  /** Users with at least one page open. */
  readonly people: number;
}

export const nobodyListens: Listening = { streams: 0, people: 0 };

export function registerListening(registry: Registry, listening: () => Listening): void {
  new Gauge({
    name: 'heyword_live_streams',
    help: 'Pages of the inbox that listen to this process.',
    registers: [registry],
    collect() {
      this.set(listening().streams);
    },
  });
  new Gauge({
    name: 'heyword_people_online',
    help: 'People who have the inbox open at this process.',
    registers: [registry],
    collect() {
      this.set(listening().people);
    },
  });
}

export function endedStreams(registers: Registry[]) {
  return new Counter({
    name: 'heyword_live_streams_refused_total',
    help: 'Pages of the inbox that were not let listen, or were cut off, by the reason.',
    labelNames: ['reason'],
    registers,
  });
}
