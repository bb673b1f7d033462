import { createHash } from 'node:crypto';
import type { DeletionRequest } from '../../store/reads.js';
import { type DeletionLanguage, type DeletionWords, deletionWords } from './deletion-words.js';

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}code{word-break:break-all}';

/** Nothing but this one style may do anything on the page. */
export const deletionPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface DeletionPage {
  readonly language: DeletionLanguage;
  /** Null: we know of none. */
  readonly request: DeletionRequest | null;
  /** Whom to ask; null: it may be one of several. */
  readonly brand: string | null;
}

/** The page on which whoever asked to be deleted sees what became of it. */
export function showDeletion({ language, request, brand }: DeletionPage): string {
  const words = deletionWords[language];
  const paragraphs = request === null ? [words.unknown] : describe(request, brand, language, words);
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(words.title)}</h1>
${text}
</main>
</body>
</html>
`;
}

function describe(
  { code, requestedAt, doneAt, contacts }: DeletionRequest,
  brand: string | null,
  language: DeletionLanguage,
  words: DeletionWords,
): readonly string[] {
  const moment = (at: number): string => showMoment(at, language);
  const outcome =
    contacts > 0 ? [words.erased(contacts), words.whatIsErased, words.whatStays] : [words.nothingFound];
  return [
    words.received(moment(requestedAt)),
    ...(doneAt === null ? [words.open] : [words.done(moment(doneAt)), ...outcome]),
    words.ask(brand),
    words.code(code),
  ];
}

/** In the time of nobody in particular: who reads it may be anywhere. */
function showMoment(at: number, language: DeletionLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
