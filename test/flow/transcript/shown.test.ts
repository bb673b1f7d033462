import { describe, expect, it } from 'vitest';
import type { TemplateDefinition } from '../../../src/core/resources.js';
import { findMissing } from '../../../src/flow/transcript/shown.js';

const template: TemplateDefinition = {
  name: 'tip_ready',
  platformName: 'tip_ready_v2',
  category: 'utility',
  topic: null,
  texts: { en: { language: 'en_US', body: 'It is ready.' } },
};

describe('what a test expects to be shown', () => {
  it('is a template by the name that the workspace gives it', () => {
    const sent = { name: 'tip_ready_v2', language: 'en_US', parameters: [] };
    expect(findMissing({ text: null, template }, [{ text: 'It is ready.', template: sent }])).toEqual([]);
    expect(findMissing({ text: null, template }, [{ text: 'It is ready.' }])).toEqual([
      'the template tip_ready',
    ]);
  });
});
