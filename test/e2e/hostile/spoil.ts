import type { Chance } from '../../faults/chance.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What may stand where something else was meant to: wrong types, extremes, and names that objects have by themselves. */
const oddities: readonly [Json, ...Json[]] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '0',
  'null',
  '\u0000',
  '\ud83d',
  '‮gnp.exe',
  'x'.repeat(30_000),
  '__proto__',
  'constructor',
  [],
  {},
  [[]],
  [null],
  { id: {} },
  { __proto__: 1, id: '1' },
  [{ type: 'image' }],
  '9223372036854775807',
  'https://127.0.0.1/',
];

const extraNames: readonly [string, ...string[]] = [
  'new_in_v99',
  'id',
  'type',
  'message',
  'text',
  'from',
  'is_echo',
  'is_deleted',
  'timestamp',
  'toString',
];

/**
 * A copy of a payload with some things left out, added, or of another type, anywhere in it but under the names to be
 * spared: most copies are almost right, as those of a platform's next version are.
 */
export function spoil(payload: unknown, chance: Chance, spared: ReadonlySet<string> = new Set()): unknown {
  // At least one thing is wrong with most of them, and seldom everything.
  const rate = chance.among([0, 0.02, 0.05, 0.15, 0.4]);
  return spoilPart(payload as Json, rate, chance, spared);
}

function spoilPart(part: Json, rate: number, chance: Chance, spared: ReadonlySet<string>): Json {
  if (Array.isArray(part)) return spoilList(part as readonly Json[], rate, chance, spared);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part)
    .filter(([name]) => spared.has(name) || !chance.happens(rate / 2))
    .map(([name, value]) => [name, spoilValue(name, value, rate, chance, spared)] as const);
  const added = chance.happens(rate) ? [[chance.among(extraNames), chance.among(oddities)] as const] : [];
  // What is spared comes last, so that nothing added takes its place.
  return Object.fromEntries([...added.filter(([name]) => !spared.has(name)), ...kept]);
}

function spoilValue(
  name: string,
  value: Json,
  rate: number,
  chance: Chance,
  spared: ReadonlySet<string>,
): Json {
  if (spared.has(name)) return value;
  return chance.happens(rate) ? chance.among(oddities) : spoilPart(value, rate, chance, spared);
}

function spoilList(
  list: readonly Json[],
  rate: number,
  chance: Chance,
  spared: ReadonlySet<string>,
): readonly Json[] {
  const kept = list
    .filter(() => !chance.happens(rate / 2))
    .map((entry) =>
      chance.happens(rate / 2) ? chance.among(oddities) : spoilPart(entry, rate, chance, spared),
    );
  return chance.happens(rate) ? [...kept, ...kept] : kept;
}
