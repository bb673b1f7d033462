import fc from 'fast-check';
import type { Answer } from '../../engine/stage/scripted-platform.js';
import { minute, second } from './durations.js';

const after = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.constantFrom(1, 120, 2 * second) },
  { weight: 1, arbitrary: fc.constantFrom(40 * second, 7 * minute) },
);

const sent = fc.record({ says: fc.constant('sent' as const), after });
const unknown = fc.record({ says: fc.constant('unknown' as const), after });
const retry = fc.record({ says: fc.constant('retry' as const), after });
const throttle = fc.record({
  says: fc.constant('throttle' as const),
  after,
  retryAfter: fc.constantFrom(1, 5 * second, 10 * minute),
  scope: fc.constantFrom('contact' as const, 'account' as const),
});
const final = fc.record({
  says: fc.constantFrom('window' as const, 'optout' as const, 'unreachable' as const, 'invalid' as const),
  after,
});
const account = fc.record({ says: fc.constantFrom('auth' as const, 'policy' as const), after });

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 30, arbitrary: sent },
  { weight: 6, arbitrary: unknown },
  { weight: 6, arbitrary: retry },
  { weight: 4, arbitrary: throttle },
  { weight: 2, arbitrary: final },
  { weight: 1, arbitrary: account },
);

/** How the platform answers, in the order of sends; after the last the first comes again. */
export const anyPlatformAnswers = fc.array(answer, { minLength: 1, maxLength: 8 });
