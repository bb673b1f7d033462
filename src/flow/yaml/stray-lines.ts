import type { CST } from 'yaml';
import { quoteAdvice, quoteText } from './quote.js';
import type { Slot } from './syntax-tree.js';
import type { Trap } from './trap.js';

export const colonMessage = 'A colon with a space after it begins a mapping, also in the middle of a text.';

const listMessage = 'This list item stands too far to the right, so it is read as part of what is above it.';
const listHint = 'Let the dashes of one list stand below each other.';

/**
 * A line that YAML takes for a part of the text above it, because it stands further to the right than it should. It is
 * shown where it stands, and read as if it stood where it belongs.
 */
export function strayLine(slot: Slot, text: string): Trap | null {
  const { key, sep, value } = slot;
  if (key?.type === 'block-seq' && sep.length === 0) return strayItem(key.offset, text);
  if (value?.type === 'block-map') return strayInMap(slot, value, text);
  if (value?.type !== 'scalar' || key !== null) return null;
  const dash = offsetOfDash(value.source);
  return dash === null ? null : strayItem(value.offset + dash, text);
}

function strayInMap(slot: Slot, { items }: CST.BlockMap, text: string): Trap | null {
  const inner = items[0]?.key;
  return inner?.type === 'scalar' && isOnKeyLine(slot) ? strayKey(slot, inner, text) : null;
}

/** A text of several lines that a colon has made a key. */
function strayKey(
  { key }: Slot,
  { offset, source }: { readonly offset: number; readonly source: string },
  text: string,
): Trap | null {
  const line = source.lastIndexOf('\n') + 1;
  if (key === null || line === 0) return null;
  const dash = offsetOfDash(source);
  if (dash !== null) return strayItem(offset + dash, text);
  const word = source.slice(line).trimStart();
  return /^[a-z_]+$/u.test(word)
    ? strayWord(offset + source.length - word.length, columnOf(key.offset, text), text)
    : colonBelow(offset, offset + source.length, text);
}

/** `link: guide` below a text, and a little too far to the right. */
function strayWord(offset: number, column: number, text: string): Trap | null {
  return movedLeft(offset, column, text, {
    code: 'yaml-syntax',
    message: 'This line stands too far to the right, so it is read as part of the text above it.',
    hint: 'Let the keys of one step begin at the same column.',
  });
}

function strayItem(offset: number, text: string): Trap | null {
  const column = columnOf(offset, text);
  const above = text
    .slice(0, offset)
    .split('\n')
    .slice(0, -1)
    .findLast((line) => /^ *- /u.test(line) && line.indexOf('-') < column);
  if (above === undefined) return null;
  const reason = { code: 'swallowed-item', message: listMessage, hint: listHint } as const;
  return movedLeft(offset, above.indexOf('-'), text, reason);
}

type Reason = Pick<Trap, 'code' | 'message' | 'hint'>;

function movedLeft(offset: number, column: number, text: string, reason: Reason): Trap | null {
  const surplus = columnOf(offset, text) - column;
  if (surplus <= 0) return null;
  return { ...reason, offset: offset - surplus, found: ' '.repeat(surplus), mended: '' };
}

/** The text goes on to the end of the line in which its colon stands, and is shown there. */
function colonBelow(offset: number, colon: number, text: string): Trap {
  const lineEnd = text.indexOf('\n', colon);
  const found = text.slice(offset, lineEnd === -1 ? text.length : lineEnd).trimEnd();
  return {
    code: 'colon-in-text',
    message: colonMessage,
    hint: quoteAdvice(found.replaceAll(/\s*\n\s*/gu, ' ')),
    offset,
    found,
    mended: quoteText(found),
    shownAt: colon,
  };
}

function offsetOfDash(source: string): number | null {
  const found = /\n *- /u.exec(source);
  return found === null ? null : found.index + found[0].length - 2;
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Whether the value begins beside its key, not on a line below it. */
export function isOnKeyLine({ key, sep }: Slot): boolean {
  return key !== null && !sep.some(({ type }) => type === 'newline');
}
