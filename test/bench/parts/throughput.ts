import type { Contestant } from '../contestants/contestant.js';
import type { Field } from '../contestants/field.js';
import { manyConnections } from '../load/generate.js';
import { type LoadedFigures, underLoad } from '../measures/under-load.js';
import type { Figures, Lengths, Part, Subject } from './part.js';

/** All of the field, each with as much to do as it acknowledges. */
export function throughput(field: Field): Part {
  const { limit, heyword, onOneProcess, onTwoProcesses, peers, likePeers } = field;
  const all = [limit, heyword, onOneProcess, onTwoProcesses, likePeers, ...peers];
  return {
    name: 'throughput',
    subjects: all.map(subjectOf),
    relate: (round) => new Map(all.map(({ name }) => [name, relations(name, round, field)])),
  };
}

function subjectOf(contestant: Contestant): Subject {
  return {
    name: contestant.name,
    missing: () => contestant.missing(),
    measure: (lengths) => loadOnce(contestant, lengths),
  };
}

/** Starts a contestant, loads it and stops it. */
async function loadOnce(contestant: Contestant, lengths: Lengths): Promise<LoadedFigures> {
  const running = await contestant.start();
  try {
    return await underLoad(running, lengths, manyConnections);
  } finally {
    await running.stop();
  }
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
