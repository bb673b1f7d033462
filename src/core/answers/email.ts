import { READ_LIMIT } from '../words.js';

/** What no address contains and people put around one; a colon parts it from `mailto`. */
const AROUND = /[\s<>()[\]{},;:"“”„«»]+/u;
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const TOP_LABEL = /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u;

/**
 * The one e-mail address that a text holds: dots and plain characters, as in RFC 5321 without quotes and comments. The
 * part after the @ is written small; the part before it as it was, for it may matter.
 */
export function readEmail(text: string): string | null {
  const parts = text.slice(0, READ_LIMIT).normalize('NFKC').split(AROUND);
  const found = new Set(parts.flatMap((part) => (part.includes('@') ? (toAddress(part) ?? []) : [])));
  const [only, second] = found;
  return only === undefined || second !== undefined ? null : only;
}

function toAddress(part: string): string | null {
  const bare = part.replace(/^[.'‘]+|[.!?'’…]+$/gu, '');
  const at = bare.lastIndexOf('@');
  const [local, domain] = [bare.slice(0, at), bare.slice(at + 1).toLowerCase()];
  const isSound = isLocal(local) && isDomain(domain) && bare.length <= 254;
  return isSound ? `${local}@${domain}` : null;
}

function isLocal(local: string): boolean {
  return local.length <= 64 && local.split('.').every((atom) => ATOM.test(atom));
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? '')
  );
}
