const names = [
  ...[
    'Ana',
    'Bela',
    'Chidi',
    'Dana',
    'Emre',
    'Farah',
    'Goran',
    'Hana',
    'Ines',
    'Jonas',
    'Kofi',
    'Lena',
    'Malik',
  ],
  ...['Nora', 'Omar', 'Pia', 'Quinn', 'Rosa', 'Sami', 'Tara', 'Umut', 'Vera', 'Wim', 'Xenia', 'Yusuf', 'Zoe'],
];

/** Longest name that can be given, in UTF-16 units. */
export const longestName = 60;

/** A name that nobody on the page bears yet. */
export function nextFreeName(taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  let number = names.length + 1;
  while (taken.has(`Follower ${String(number)}`)) number += 1;
  return `Follower ${String(number)}`;
}

/** The name as it will be used, or what is wrong with it. */
export function readName(typed: string): { readonly name: string } | { readonly problem: string } {
  const name = typed.normalize('NFC').trim();
  if (name === '') return { problem: 'A follower needs a name.' };
  // A browser resolves these two as steps in an address, however they are encoded.
  if (name === '.' || name === '..') return { problem: 'A name needs a letter.' };
  return { name };
}
