import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../src/flow/generated-files.js';

const root = new URL('../../', import.meta.url);

describe.each([...generatedFiles()])('%s', (path, text) => {
  it('is what the source says; else run: npm run generate', () => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(text);
  });
});
