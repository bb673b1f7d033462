import type { Contestant } from '../contestants/contestant.js';
import { withFlows, withKeywords } from '../contestants/companies.js';
import { onSqlite, onSqliteFile } from '../contestants/heyword.js';
import { once } from '../contestants/once.js';
import { overInstagram } from '../contestants/workspace.js';
import { FilledTemplate } from '../filled/template.js';
import { manyConnections } from '../load/generate.js';
import { underLoad } from '../measures/under-load.js';
import type { Part, Subject } from './part.js';

/** Whether it costs more where there is more already: contacts, keywords, flows. */
export function growth(): Part {
  const empty = loaded(onSqlite('empty', overInstagram));
  return {
    name: 'growth',
    isUnderLoad: true,
    subjects: [
      empty,
      ...[100_000, 1_000_000].map(filled),
      ...[10, 10_000].map((number) =>
        loaded(onSqlite(`${counted(number)} keywords`, overInstagram, withKeywords(number))),
      ),
      ...[10, 1_000].map((number) =>
        loaded(onSqlite(`${counted(number)} flows`, overInstagram, withFlows(number))),
      ),
    ],
    relate(round) {
      const most = round.get(empty.name)?.['perSecond'] ?? Number.NaN;
      return new Map(
        [...round].map(([name, { perSecond = Number.NaN }]) => [name, { ofEmpty: perSecond / most }]),
      );
    },
  };
}

function filled(contacts: number): Subject {
  const template = new FilledTemplate(contacts);
  const contestant = onSqliteFile(`${counted(contacts)} contacts`, overInstagram, () => template.copy);
  return {
    ...loaded(contestant),
    missing: () => template.missing(),
    prepare: (show) => template.prepare(show),
  };
}

function loaded(contestant: Contestant): Subject {
  return {
    name: contestant.name,
    missing: () => contestant.missing(),
    measure: (lengths) => once(contestant, (running) => underLoad(running, lengths, manyConnections)),
  };
}

function counted(number: number): string {
  return number.toLocaleString('en');
}
