/** What is said of a secret wherever one stands, or something that is written where only its name should be. */
export const secretRule = {
  code: 'secret-in-file',
  message: 'A secret stands in the environment, never in a file.',
  hint: 'Write a $ and the name that it has there, such as $INSTAGRAM_TOKEN. A real secret that stood here must be replaced.',
} as const;

/** Beginnings by which platforms mark their tokens: Meta, Instagram, Slack, Stripe, GitHub, AWS, Telegram. */
const marked =
  /\b(?:EAA[A-Za-z0-9]{20,}|IG[A-Z]{2}[\w-]{20,}|xox[a-z]-[\w-]{10,}|[sr]k_live_\w{10,}|gh[a-z]_\w{30,}|AKIA[A-Z0-9]{16}|\d{8,10}:[\w-]{35})/gu;

/** Long enough that nobody typed it. Addresses are full of such runs, and are left alone. */
const longRun = /https?:\/\/\S+|[A-Za-z0-9+/=_-]{32,}/gu;

/** Where texts stand that look like tokens, keys or hashes. */
export function findSecrets(text: string): readonly number[] {
  const random = [...text.matchAll(longRun)].filter(([run]) => looksRandom(run));
  return [...text.matchAll(marked), ...random].map(({ index }) => index);
}

/** The same text with whatever looks like a secret cut down to a few characters. */
export function hideSecrets(text: string): string {
  return text.replace(marked, shorten).replace(longRun, (run) => (looksRandom(run) ? shorten(run) : run));
}

function shorten(secret: string): string {
  return `${secret.slice(0, 4)}…`;
}

function looksRandom(run: string): boolean {
  if (run.startsWith('http')) return false;
  return /^[0-9a-f]+$/iu.test(run) ? /\d/u.test(run) && /[a-f]/iu.test(run) : looksLikeBase64(run);
}

/** All kinds of characters, and nothing in it that could be a word. */
function looksLikeBase64(run: string): boolean {
  const digits = run.match(/\d/gu)?.length ?? 0;
  return digits >= 3 && /[A-Z]/u.test(run) && /[a-z]/u.test(run) && !/[a-z]{8}/u.test(run);
}
