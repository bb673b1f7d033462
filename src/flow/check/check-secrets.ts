import type { Report } from '../report.js';
import { locateIn } from '../yaml/source-file.js';
import type { SourceFile } from '../yaml/source-file.js';

/** Beginnings by which platforms mark their tokens: Meta, Instagram, Slack, Stripe, GitHub, AWS, Telegram. */
const marked =
  /\b(?:EAA[A-Za-z0-9]{20,}|IG[A-Z]{2}[\w-]{20,}|xox[a-z]-[\w-]{10,}|[sr]k_live_\w{10,}|gh[a-z]_\w{30,}|AKIA[A-Z0-9]{16}|\d{8,10}:[\w-]{35})/gu;

/** Long enough that nobody typed it. Addresses are full of such runs, and are left alone. */
const run = /https?:\/\/\S+|[A-Za-z0-9+/=_-]{32,}/gu;

/** Secrets in the clear, comments included: what stands in a file is soon in a repository. Never repeats one. */
export function checkSecrets(file: SourceFile, report: Report): void {
  const offsets = [...findMarked(file.text), ...findRandom(file.text)];
  if (offsets.length === 0) return;
  const locate = locateIn(file);
  for (const offset of offsets) {
    report.error(locate(offset), 'secret-in-file', 'This looks like a secret.', {
      hint: 'Put it into the environment and name it here, such as $INSTAGRAM_TOKEN. Replace it where it was issued: it is no longer secret.',
    });
  }
}

function findMarked(text: string): readonly number[] {
  return [...text.matchAll(marked)].map(({ index }) => index);
}

function findRandom(text: string): readonly number[] {
  return [...text.matchAll(run)].filter(([match]) => looksRandom(match)).map(({ index }) => index);
}

function looksRandom(text: string): boolean {
  if (text.startsWith('http')) return false;
  return /^[0-9a-f]{32,}$/iu.test(text) ? /\d/u.test(text) && /[a-f]/iu.test(text) : looksLikeBase64(text);
}

/** All kinds of characters, and nothing in it that could be a word. */
function looksLikeBase64(text: string): boolean {
  const digits = text.match(/\d/gu)?.length ?? 0;
  return digits >= 3 && /[A-Z]/u.test(text) && /[a-z]/u.test(text) && !/[a-z]{8}/u.test(text);
}
