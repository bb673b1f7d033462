import type { JsonSchema } from './json-schema.js';

/** A paragraph of help, and what it looks like in a file: the item of an example that begins with the word. */
export function withExample(meaning: string, word: string, example: string): JsonSchema {
  const text = onOneLine(meaning);
  const shown = itemIn(example, word) ?? example.trimEnd();
  return { description: plain(text), markdownDescription: `${text}\n\n\`\`\`yaml\n${shown}\n\`\`\`` };
}

/** The lines of the first item that begins with that word, as if they stood by themselves. */
function itemIn(example: string, word: string): string | null {
  const lines = example.split('\n');
  const first = lines.findIndex((line) => new RegExp(`^ *- ${word}(:|$)`, 'u').test(line));
  if (first === -1) return null;
  const indent = lines[first]?.indexOf('-') ?? 0;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/u) <= indent);
  return [lines[first] ?? '', ...rest.slice(0, end === -1 ? rest.length : end)]
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd();
}

/** Help as an editor shows it, and without marks for those that show it as it is. */
export function help(text: string): JsonSchema {
  return { description: plain(onOneLine(text)), markdownDescription: onOneLine(text) };
}

/** What a paragraph says of one key: the sentences that name it; all of it where none does. */
export function sentencesAbout(key: string, meaning: string): string {
  const text = onOneLine(meaning);
  const sentences = text.split(/(?<=[.:;])\s+(?=[A-Z`])/u);
  const about = sentences.filter((sentence) => new RegExp(`\`${key}[\`:]`, 'u').test(sentence));
  return about.length === 0 ? text : about.map(asSentence).join(' ');
}

function asSentence(text: string): string {
  return text.replace(/[:;]$/u, '.');
}

function onOneLine(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .join('\n\n');
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
