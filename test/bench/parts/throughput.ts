import { allOf, type Field } from '../contestants/field.js';
import { once } from '../contestants/once.js';
import { manyConnections } from '../load/generate.js';
import type { Rates } from '../measures/rates.js';
import { underLoad } from '../measures/under-load.js';
import type { Figures, Part } from './part.js';

/** All of the field, each with as much to do as it acknowledges. */
export function throughput(field: Field, rates: Rates): Part {
  return {
    name: 'throughput',
    isUnderLoad: true,
    subjects: allOf(field).map((contestant) => ({
      name: contestant.name,
      missing: () => contestant.missing(),
      async measure(lengths) {
        const figures = await once(contestant, (running) => underLoad(running, lengths, manyConnections));
        rates.note(contestant.name, figures.perSecond);
        return figures;
      },
    })),
    relate: (round) =>
      new Map([...round.keys()].map((name) => [name, relations(name, round, field)] as const)),
  };
}

/** Ratios within a round, in which all had the same machine. */
function relations(name: string, round: ReadonlyMap<string, Figures>, field: Field): Figures {
  const figure = (of: string, what: string): number => round.get(of)?.[what] ?? Number.NaN;
  const rate = (of: string): number => figure(of, 'perSecond');
  return {
    ofLimit: rate(name) / rate(field.limit.name),
    ...(field.peers.some((peer) => peer.name === name) && {
      heywordTimes: rate(field.likePeers.name) / rate(name),
    }),
    ...(name === field.onTwoProcesses.name && {
      // What two processes could do on cores of their own: here they may have to share one.
      capacity: (2 * figure(field.onOneProcess.name, 'cpu')) / figure(name, 'cpu'),
    }),
  };
}
