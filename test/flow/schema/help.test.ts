import { describe, expect, it } from 'vitest';
import { sentencesAbout, withExample } from '../../../src/flow/schema/help.js';

const meaning = `Waits for an answer. \`save\` keeps it
under a name. When nobody answers \`within\` a time (20h), it ends; \`retry: …\` is said before.`;

describe('help', () => {
  it('of a key is what its verb says of it', () => {
    expect(sentencesAbout('save', meaning)).toBe('`save` keeps it under a name.');
    expect(sentencesAbout('within', meaning)).toBe('When nobody answers `within` a time (20h), it ends.');
    expect(sentencesAbout('retry', meaning)).toBe('`retry: …` is said before.');
  });

  it('of a key that is not spoken of is what its verb means', () => {
    expect(sentencesAbout('other', meaning)).toContain('Waits for an answer. `save` keeps it under');
  });

  it('shows the one item of an example that it is about', () => {
    const example =
      'flow: a\nsteps:\n  - say: Hi!\n  - ask: Well?\n    save: a\n\n    otherwise:\n      - end\n  - end\n';
    expect(withExample('Asks.', 'ask', example)).toEqual({
      description: 'Asks.',
      markdownDescription: 'Asks.\n\n```yaml\n- ask: Well?\n  save: a\n\n  otherwise:\n    - end\n```',
    });
  });
});
