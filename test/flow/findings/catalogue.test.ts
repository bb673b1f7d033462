import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingCodes, findings, isErrorCode, isFindingCode } from '../../../src/flow/findings/catalogue.js';

describe.each(findingCodes)('%s', (code) => {
  const { title, explanation, example, mend } = findings[code];

  it('is explained in whole sentences, with an example and what to do', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/u);
    expect(explanation).toMatch(/^[A-Z].*[.]$/su);
    expect(mend).toMatch(/^[A-Z].*[.]$/su);
    expect(example.trim()).not.toBe('');
  });

  it('is written in small letters with dashes', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/u);
  });
});

describe('the catalogue', () => {
  it('has each code in one of its parts only: of two the one would hide the other', async () => {
    const codes = await codesOfParts();
    expect(codes.toSorted()).toEqual([...new Set(codes)].sort());
    expect(codes.toSorted()).toEqual([...findingCodes].sort());
  });

  it('knows its own codes and no others, and which of them are errors', () => {
    expect(isFindingCode('unknown-verb')).toBe(true);
    expect(isFindingCode('toString')).toBe(false);
    expect(isErrorCode('unknown-verb')).toBe(true);
    expect(isErrorCode('dead-end')).toBe(false);
  });
});

/** The codes of every part that lies beside the catalogue, file by file. */
async function codesOfParts(): Promise<readonly string[]> {
  const folder = new URL('../../../src/flow/findings/', import.meta.url);
  const parts = readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<object>);
  return (await Promise.all(parts)).flatMap((part) =>
    Object.entries(part).flatMap(([name, value]: readonly [string, unknown]) =>
      /^(?!findings$)\w+Findings$/u.test(name) && typeof value === 'object' && value !== null
        ? Object.keys(value)
        : [],
    ),
  );
}
