import { describe, expect, it } from 'vitest';
import {
  reviveDefinition,
  serialiseDefinition,
  UnreadableDefinition,
} from '../../../src/flow/compile/stored-definition.js';
import { askConsent, flow, say } from './definitions.js';

describe('a stored definition', () => {
  it('is read back as it was written, with the versions it leads to', () => {
    const stored = {
      definition: flow('guide', [
        say('1-say', 'Hi ', { source: 'contact', name: 'x', fallback: '' }),
        askConsent('c'),
      ]),
      leadsTo: { survey: 'v7' },
    };

    expect(reviveDefinition(serialiseDefinition(stored))).toEqual(stored);
  });

  it.each(['', '{', 'null', '7', '"format"', '{}', '{"format":2,"definition":{},"leadsTo":{}}'])(
    'is refused when it is %j',
    (text) => {
      expect(() => reviveDefinition(text)).toThrow(UnreadableDefinition);
    },
  );
});
