import { CST } from 'yaml';
import type { ErrorCode } from '../findings/catalogue.js';
import { quoteAdvice, quoteText } from './quote.js';
import { colonMessage, isOnKeyLine, strayLine } from './stray-lines.js';
import type { Slot, SyntaxToken } from './syntax-tree.js';
import type { Trap } from './trap.js';

/** The trap in one slot of a file, if any: at its anchor or tag, at its key, or at its value. */
export function trapIn(slot: Slot, text: string): Trap | null {
  const { key, value } = slot;
  if (key?.type === 'alias') return quotingTrap(aliasReason, key.offset, key.source);
  const stray = strayLine(slot, text);
  if (stray !== null) return stray;
  return propertyTrap(slot) ?? (value === null ? commentTrap(slot) : valueTrap(slot, value, text));
}

function propertyTrap({ start, sep }: Slot): Trap | null {
  const token = [...start, ...sep].find(({ type }) => type === 'anchor' || type === 'tag');
  if (token === undefined) return null;
  const name = token.type === 'anchor' ? 'An anchor (&)' : 'A tag (!)';
  return {
    code: token.type === 'anchor' ? 'yaml-anchor' : 'yaml-tag',
    message: `${name} is not part of the flow language.`,
    hint: 'If it belongs to a text, put the whole text in quotes.',
    offset: token.offset,
    found: token.source,
    mended: ' '.repeat(token.source.length),
  };
}

/** `- keyword: #guide` has no value at all, only a comment. */
function commentTrap({ key, start, sep, inFlow }: Slot): Trap | null {
  const before = key === null ? start : sep;
  const end = before.findIndex(({ type }) => type === 'newline');
  const comment = (end === -1 ? before : before.slice(0, end)).find(isGluedComment);
  return comment === undefined || inFlow ? null : quotingTrap(commentReason, comment.offset, comment.source);
}

function valueTrap(slot: Slot, value: SyntaxToken, text: string): Trap | null {
  const { offset } = value;
  const restOfLine = () => firstLine(slot.inFlow ? CST.stringify(value) : text.slice(offset));
  if (value.type === 'block-scalar' && value.source.trim() !== '') return markerTrap(value);
  const quote = unclosedQuote(value);
  if (quote !== null) return closingTrap(quote, offset, restOfLine());
  const reason = reasonToQuote(slot, value, text);
  if (reason === null) return null;
  const isWhole = reason === swallowedReason && value.type === 'scalar';
  return quotingTrap(reason, offset, isWhole ? value.source : restOfLine());
}

interface Reason {
  readonly code: ErrorCode;
  readonly message: string;
  /** Where quoting the text is not the advice to give. */
  readonly hint?: string;
}

function reasonToQuote(slot: Slot, value: SyntaxToken, text: string): Reason | null {
  switch (value.type) {
    case 'alias':
      return aliasReason;
    case 'flow-collection':
      if (text.startsWith('{{', value.offset)) return bracesReason;
      return hasTextAfter(value.end) ? textAfterReason : null;
    case 'block-map':
      return isOnKeyLine(slot) ? colonReason : null;
    case 'scalar':
      return plainReason(value);
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      return hasTextAfter(value.end ?? []) ? textAfterReason : null;
    case 'error':
      return value.source === '-' ? dashReason : null;
    case 'block-scalar':
      return value.props.some(({ type }) => type === 'error') ? markerReason : null;
    default:
      return null;
  }
}

const aliasReason: Reason = {
  code: 'yaml-alias',
  message: 'A value that begins with * is a YAML alias, which the flow language does not have.',
};
const bracesReason: Reason = {
  code: 'unquoted-braces',
  message: 'A value that begins with {{ must stand in quotes: YAML takes { for a mapping.',
};
const colonReason: Reason = {
  code: 'colon-in-text',
  message: colonMessage,
};
const textAfterReason: Reason = {
  code: 'text-after-quote',
  message: 'The value ended before the line did: text goes on after its closing quote or bracket.',
};
const markerReason: Reason = {
  code: 'text-after-marker',
  message: 'A value that begins with > or | is a text that starts on the next line.',
};
/** The text has lines of its own below: only what stands beside the marker is in the wrong place. */
function markerTrap({ props }: CST.BlockScalar): Trap | null {
  const beside = props.find(({ type }: { readonly type: string }) => type === 'error');
  if (beside === undefined || !('source' in beside)) return null;
  const { code, message } = markerReason;
  const hint = 'Put everything on the lines below, and nothing beside the > or |.';
  return { code, message, hint, offset: beside.offset, found: beside.source, mended: '' };
}

const dashReason: Reason = {
  code: 'dash-in-text',
  message: 'A value cannot begin with a dash: a list begins on the line below its key.',
};

function plainReason({ source, end = [] }: CST.FlowScalar): Reason | null {
  if (/^[@`%]/u.test(source)) return reservedReason(source.charAt(0));
  if (end.some(isGluedComment)) return commentReason;
  return /\n\s*- /u.test(source) ? swallowedReason : null;
}

const reservedReason = (sign: string): Reason => ({
  code: 'reserved-character',
  message: `YAML does not let a value begin with ${sign} unless it stands in quotes.`,
});
const commentReason: Reason = {
  code: 'cut-by-comment',
  message: 'A # after a space begins a comment: what stands there would be lost.',
};
const swallowedReason: Reason = {
  code: 'swallowed-item',
  message: 'The list item below stands too far to the right, so it is read as part of this text.',
  hint: 'Let the dashes of one list stand below each other.',
};

/** A comment that reads like a hashtag or a number: those who mean one leave a space after the #. */
function isGluedComment({ type, source }: CST.SourceToken): boolean {
  return type === 'comment' && /^#[\p{L}\p{N}]/u.test(source);
}

function hasTextAfter(end: readonly CST.SourceToken[]): boolean {
  return end.some(({ type }: { readonly type: string }) => type.endsWith('scalar'));
}

/** The quote that a value opens and never closes. YAML would read on to the end of the file. */
function unclosedQuote(value: SyntaxToken): string | null {
  switch (value.type) {
    case 'double-quoted-scalar':
      return /^"(?:[^"\\]|\\.)*"$/su.test(value.source) ? null : '"';
    case 'single-quoted-scalar':
      return /^'(?:[^']|'')*'$/u.test(value.source) ? null : "'";
    default:
      return null;
  }
}

function closingTrap(quote: string, offset: number, found: string): Trap {
  return {
    code: 'unclosed-quote',
    message: `The quote that opens here (${quote}) is never closed.`,
    hint: `Close it at the end of the text, or write ${quoteText(found.slice(1))}.`,
    offset,
    found,
    mended: quoteText(found.slice(1)),
  };
}

function quotingTrap({ code, message, hint }: Reason, offset: number, found: string): Trap {
  const meant = withoutQuotes(found);
  return { code, message, hint: hint ?? quoteAdvice(meant), offset, found, mended: quoteText(meant) };
}

/** `'it's fine'` was meant to read: it's fine. */
function withoutQuotes(found: string): string {
  return found.replace(/^'(.*)'$/u, '$1');
}

/** Without a remark at its end, which is no part of the text. */
function firstLine(text: string): string {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  const remark = line.search(/\s#(?:\s|$)/u);
  const before = remark === -1 ? line : line.slice(0, remark);
  return (isInQuotes(before) ? line : before).trimEnd();
}

/** Whether a double quote is still open at the end. */
function isInQuotes(text: string): boolean {
  return text.split('"').length % 2 === 0;
}
