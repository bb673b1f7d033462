import { measureText, type TextLimit } from './channel-capabilities.js';

/**
 * Cuts a text into parts that each fit the limit: at the end of a paragraph, else of a sentence, else of a word, and
 * never inside what a reader sees as one character. White space at the cuts is dropped; nothing else is.
 */
export function splitText(text: string, limit: TextLimit): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (!fits(rest, limit)) {
    const head = longestHead(rest, limit);
    const cut = bestCut(head, rest);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

/** As much of a text's beginning as fits the limit, in whole graphemes. */
export function clipText(text: string, limit: TextLimit): string {
  return fits(text, limit) ? text : longestHead(text, limit).trimEnd();
}

/** No text is smaller than its code units are many, so that a long one need not be measured. */
function fits(text: string, limit: TextLimit): boolean {
  return text.length <= limit.size && measureText(text, limit) <= limit.size;
}

/** The longest beginning of whole graphemes that fits; at least one code point, so that the cutting always ends. */
function longestHead(text: string, limit: TextLimit): string {
  // Whether a grapheme ends somewhere depends on the code point that follows, and on nothing after that.
  const window = text.slice(0, limit.size + 2);
  let end = 0;
  let size = 0;
  for (const { segment, index } of graphemes.segment(window)) {
    size += measureText(segment, limit);
    if (size > limit.size) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : firstCodePoints(text, limit);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstCodePoints(text: string, limit: TextLimit): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && measureText(head + character, limit) > limit.size) break;
    head += character;
  }
  return head;
}

/** Where to cut inside `head`: after its last paragraph, sentence or word that leaves a part worth sending. */
function bestCut(head: string, text: string): number {
  const least = Math.floor(head.length / 3);
  const withNext = text.slice(0, head.length + 1);
  for (const pattern of [/\n\s*/g, /[.!?…。！？]["')\]»”]*\s+/g, /\s+/g]) {
    const cut = lastEnd(withNext, pattern, head.length + 1);
    if (cut > least) return Math.min(cut, head.length);
  }
  return head.length;
}

function lastEnd(text: string, pattern: RegExp, most: number): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const at = match.index + match[0].length;
    if (at <= most) end = at;
  }
  return end;
}
