import { describe, expect, it } from 'vitest';
import { varyText } from './varied-text.js';

describe('the text of a copy', () => {
  const copy = {
    names: new Map([
      ['ana', 'ben'],
      ['e1', 'f2'],
    ]),
    earlier: 1000,
  };

  it('has other names, and earlier moments', () => {
    const vary = varyText('{"id":"e1.1","at":1795801219390,"of":"ana","also":"e1"}', ['ana', 'e1']);
    expect(vary(copy)).toBe('{"id":"f2.1","at":1795801218390,"of":"ben","also":"f2"}');
  });

  it('leaves everything else as it is', () => {
    expect(varyText('what a lovely picture 12345', ['ana'])(copy)).toBe('what a lovely picture 12345');
    expect(varyText('ana', ['ana'])(copy)).toBe('ben');
  });
});
