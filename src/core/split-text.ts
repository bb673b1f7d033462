import { measureText, type TextLimit } from './channel.js';

/**
 * Cuts a text into parts that each fit the limit: at the end of a paragraph, else of a sentence, else of a word, and
 * never inside what a reader sees as one character. White space at the cuts is dropped; nothing else is.
 */
export function splitText(text: string, limit: TextLimit): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (measureText(rest, limit) > limit.size) {
    const head = longestHead(rest, limit);
    const cut = bestCut(head, rest);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

/** The longest beginning of whole graphemes that fits; at least one code point, so that the cutting always ends. */
function longestHead(text: string, limit: TextLimit): string {
  const window = text.slice(0, limit.size);
  let end = 0;
  let size = 0;
  for (const { segment, index } of graphemes.segment(window)) {
    size += measureText(segment, limit);
    if (size > limit.size || isCutOff(segment, index, window, text)) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : firstCodePoints(text, limit);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether the window ends inside this segment, so that its true length is unknown. */
function isCutOff(segment: string, index: number, window: string, text: string): boolean {
  const end = index + segment.length;
  return (
    end === window.length &&
    window.length < text.length &&
    index > 0 &&
    joins(segment, text.slice(end, end + 4))
  );
}

/** Whether two neighbours are one grapheme when they stand together. */
function joins(before: string, after: string): boolean {
  const [first] = graphemes.segment(before + after);
  return first !== undefined && first.segment.length > before.length;
}

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
