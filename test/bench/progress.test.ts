import { describe, expect, it } from 'vitest';
import { barOf } from './progress.js';

describe('the bar of progress', () => {
  it('fills with the steps that are done', () => {
    expect(barOf(0, 24)).toBe('[------------------------]  0/24');
    expect(barOf(6, 24)).toBe('[######------------------]  6/24');
    expect(barOf(24, 24)).toBe('[########################] 24/24');
  });
});
