import { readFileSync } from 'node:fs';

/** A fenced block of a page: what its first line says after the fence, and what stands in it. */
export interface CodeBlock {
  /** `yaml`, `sh`, … */
  readonly language: string;
  /** The rest of that line: a file's path, for example. */
  readonly label: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly heading: string;
  /** Of its fence, from 1. */
  readonly line: number;
}

/** A page of `docs/` as it is kept in the project. */
export function readPage(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** The blocks of a page in Markdown, from top to bottom. */
export function codeBlocksOf(page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = page.split('\n');
  let heading = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    heading = /^#+ (?<title>.*)$/u.exec(line)?.groups?.['title'] ?? heading;
    if (!line.startsWith('```')) continue;
    const end = lines.indexOf('```', index + 1);
    const [language = '', ...label] = line.slice(3).split(' ');
    const text = `${lines.slice(index + 1, end).join('\n')}\n`;
    blocks.push({ language, label: label.join(' '), text, heading, line: index + 1 });
    index = end;
  }
  return blocks;
}
