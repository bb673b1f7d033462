import { asFields, type Fields } from '../../fields.js';

/** What of a rich message's parts holds words, in the order in which they are read. */
const worded = [
  ...['summary', 'label', 'text', 'alternative_text', 'expression', 'blocks', 'items', 'cells', 'caption'],
  'credit',
];

/** What of them shows something else. */
const shown = ['photo', 'video', 'animation', 'audio', 'voice_note', 'location'];

export interface RichWords {
  readonly words: string;
  /** Whether there is more in it than words. */
  readonly hasMedia: boolean;
}

/**
 * The words of a formatted message, without their format, a block a line: a STOP in bold is a STOP.
 *
 * Source: Telegram Bot API 10.1, RichMessage, RichBlock, RichText (platforms reference §7.2).
 */
export function readRichWords(message: Fields): RichWords {
  const rich = asFields(message['rich_message']);
  if (rich === null) return { words: '', hasMedia: false };
  return { words: wordsIn(rich).trim(), hasMedia: hasMedia(rich) };
}

function wordsIn(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return joined(node);
  const fields = asFields(node);
  if (fields === null) return '';
  const parts = worded.map((key) => wordsIn(fields[key])).filter((part) => part !== '');
  return parts.join('\n');
}

/** Stretches of one text follow each other; what has blocks, items or a type of its own begins a line. */
function joined(nodes: readonly unknown[]): string {
  const isText = nodes.some((node) => typeof node === 'string');
  return nodes
    .map(wordsIn)
    .filter((part) => part !== '')
    .join(isText ? '' : '\n');
}

function hasMedia(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasMedia);
  const fields = asFields(node);
  if (fields === null) return false;
  return shown.some((key) => fields[key] != null) || Object.values(fields).some(hasMedia);
}
