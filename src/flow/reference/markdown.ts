import { isSchema } from '../schema/json-schema.js';

/** A paragraph, however its lines were broken. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A code block that names the file that it shows. */
export function fileBlock(path: string, text: string): string {
  return `\`\`\`yaml ${path}\n${text.trimEnd()}\n\`\`\``;
}

/** An example, a block for each of its flows, and the tests of its first one. */
export function exampleBlocks(example: string, tests?: string): readonly string[] {
  const flows = example.split(/^---\n/mu);
  const blocks = flows.map((text) => fileBlock(`${nameOf(text)}.yaml`, text));
  return tests === undefined ? blocks : [...blocks, fileBlock(`${nameOf(example)}.test.yaml`, tests)];
}

/** A test file of one chat, given line by line. */
export function testOf(example: string, chat: string): string {
  const lines = chat.trimEnd().replace(/^/gmu, '      ');
  return `flow: ${nameOf(example)}\ntests:\n  - name: starts as its chat says\n    on: simulator\n    chat:\n${lines}\n`;
}

/** A link to the heading of that title on the same page. */
export function linkTo(title: string): string {
  const anchor = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  return `[${title}](#${anchor})`;
}

/** Each key of a mapping with what it means, as a published schema says it, and whether it must be there. */
export function keyList(schema: unknown): string {
  const { properties, required } = isSchema(schema) ? schema : {};
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(isSchema(properties) ? properties : {})
    .map(([key, value]) => `- \`${key}\`${meaningOf(value)}${needed.includes(key) ? ' Must be there.' : ''}`)
    .join('\n');
}

function meaningOf(value: unknown): string {
  const description = isSchema(value) ? value['description'] : undefined;
  return typeof description === 'string' ? `: ${onOneLine(description)}` : '';
}

/** The name of the first flow of an example. */
function nameOf(example: string): string {
  return /^flow: (\w+)$/mu.exec(example)?.[1] ?? '';
}
