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
  it('knows its own codes and no others, and which of them are errors', () => {
    expect(isFindingCode('unknown-verb')).toBe(true);
    expect(isFindingCode('toString')).toBe(false);
    expect(isErrorCode('unknown-verb')).toBe(true);
    expect(isErrorCode('dead-end')).toBe(false);
  });

  it('has each code from one of its parts only: of two, one would be lost', async () => {
    const folder = new URL('../../../src/flow/findings/', import.meta.url);
    const parts = await Promise.all(
      readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<object>),
    );
    const codes = parts.flatMap((part) =>
      Object.entries(part).flatMap(([name, value]) => (/.Findings$/u.test(name) ? Object.keys(value) : [])),
    );
    expect(codes.toSorted()).toEqual(findingCodes.toSorted());
  });
});
