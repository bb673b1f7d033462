import { describe, expect, it } from 'vitest';
import { describeSteps } from '../../src/engine/describe-steps.js';
import { Brand } from '../core/world/brand.js';
import { guide } from '../core/world/studio.js';

describe('the steps of a flow', () => {
  it('are told with what they say, in the order of the file', () => {
    expect(describeSteps(new Brand().serve(guide), 'guide')).toEqual([
      { path: '1-say', verb: 'say', says: 'Here is the guide.' },
      { path: '2-outcome', verb: 'outcome', says: null },
      { path: 'project', verb: 'ask', says: 'What are you working on?' },
      { path: 'project/otherwise/1-end', verb: 'end', says: null },
      { path: '4-say', verb: 'say', says: 'Good luck with {project}!' },
    ]);
  });

  it('are those of no flow that is not served', () => {
    expect(describeSteps(new Brand().serve(guide), 'order')).toBeNull();
  });
});
