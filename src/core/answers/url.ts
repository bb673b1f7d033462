import { READ_LIMIT } from '../words.js';

const SCHEME = /^https?:\/\//iu;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;
const BARE = /^[^\s/?#@:]+(?::\d{1,5})?(?:[/?#].*)?$/u;
/** In the middle of a sentence only these make an address of two words with a dot: "none.sorry" is a typing slip. */
const PLAIN_ENDINGS = new Set('com net org de at ch eu io co uk shop store info app me'.split(' '));
const longest = 2000;

/** The one web address that a text holds, with its scheme; null where there is none, or more than one. */
export function readUrl(text: string): string | null {
  const parts = text
    .slice(0, READ_LIMIT)
    .trim()
    .split(/[\s<>"“”„«»]+/u);
  const isAlone = parts.filter((part) => part !== '').length === 1;
  const found = new Set(parts.flatMap((part) => toAddress(part, isAlone) ?? []));
  const [only, second] = found;
  return only === undefined || second !== undefined ? null : only;
}

function toAddress(part: string, isAlone: boolean): string | null {
  const bare = part.replace(/^[([{'‘]+|[)\]}'’.,;:!?…]+$/gu, '');
  if (bare.length > longest || bare === '') return null;
  if (SCHEME.test(bare)) return canonical(bare);
  if (!BARE.test(bare)) return null;
  const [host = ''] = bare.split(/[/?#:]/u);
  const isMeant = isAlone || /^www\./iu.test(host) || PLAIN_ENDINGS.has(endingOf(host));
  return isMeant && HOST.test(host) ? canonical(`https://${bare}`) : null;
}

/** `URL` writes host names small and in ASCII; the slash of a bare host is left out, as people do. */
function canonical(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, username, password, href, pathname, search, hash } = new URL(address);
  if (!HOST.test(hostname) || username !== '' || password !== '') return null;
  return pathname === '/' && search === '' && hash === '' ? href.slice(0, -1) : href;
}

function endingOf(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1).toLowerCase();
}
