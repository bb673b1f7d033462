import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that somebody asked, and what they meant; null: none of the intents. */
export interface Labelled {
  readonly text: string;
  readonly intent: string | null;
}

export interface Collection {
  readonly name: string;
  readonly train: readonly Labelled[];
  readonly test: readonly Labelled[];
}

/** Public intent collections in a folder: BANKING77, HWU64, CLINC150 and HINT3, as their publishers split them. */
export class Collections {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Names of what is not in the folder. */
  missing(): readonly string[] {
    const needed = [...splitSets, 'CLINC150-oos/data_full.json', 'HINT3'];
    return needed.filter((name) => !existsSync(join(this.#folder, name)));
  }

  split(set: string, part: string): readonly Labelled[] {
    const labels = this.#lines(set, part, 'label');
    return this.#lines(set, part, 'seq.in').map((text, index) => ({ text, intent: labels[index] ?? '' }));
  }

  /** Texts that none of CLINC150's intents, nor anybody else's, covers. */
  outOfScope(): readonly Labelled[] {
    const file = readFileSync(join(this.#folder, 'CLINC150-oos/data_full.json'), 'utf8');
    const { oos_test: texts } = JSON.parse(file) as { oos_test: [string, string][] };
    return texts.map(([text]) => ({ text, intent: null }));
  }

  hint3(bot: string): Collection {
    return { name: `HINT3 ${bot}`, train: this.#csv(`${bot}_train.csv`), test: this.#csv(`${bot}_test.csv`) };
  }

  #csv(name: string): readonly Labelled[] {
    return this.#lines('HINT3', name)
      .slice(1)
      .map((line) => {
        const comma = line.lastIndexOf(',');
        const intent = line.slice(comma + 1);
        const text = line
          .slice(0, comma)
          .replace(/^"(.*)"$/su, '$1')
          .replaceAll('""', '"');
        return { text, intent: intent === 'NO_NODES_DETECTED' ? null : intent };
      });
  }

  #lines(...path: readonly string[]): readonly string[] {
    return readFileSync(join(this.#folder, ...path), 'utf8')
      .split(/\r?\n/u)
      .filter((line) => line !== '');
  }
}

export const splitSets = ['BANKING77', 'HWU64', 'CLINC150'] as const;

/** In the order in which the keys first come. */
export function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
