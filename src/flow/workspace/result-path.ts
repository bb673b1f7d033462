import type { ResultPath } from '../../core/lookup.js';

export const resultPathRule =
  'Write the names on the way with dots, and places in a list as [0]: order.items[0].status';

const segment = /^(?:([^.[\]\s]+)|\[(\d{1,4})\])/u;

/** `order.items[0].status` as its steps; null where the text is no such path. */
export function parseResultPath(text: string): ResultPath | null {
  const path: (string | number)[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [whole, name, place] = segment.exec(rest) ?? [];
    if (whole === undefined) return null;
    path.push(name ?? Number(place));
    const after = rest.slice(whole.length);
    if (after === '.' || (after !== '' && !/^[.[]/u.test(after))) return null;
    rest = after.replace(/^\.(?=[^.[])/u, '');
    if (rest.startsWith('.')) return null;
  }
  return path.length === 0 ? null : path;
}
