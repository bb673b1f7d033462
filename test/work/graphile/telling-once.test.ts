import { describe, expect, it } from 'vitest';
import { tellingOnce } from '../../../src/work/graphile/telling-once.js';

/** Complaints at their moments, ms, and those of them that were told. */
function told(...complaints: readonly (readonly [at: number, message: string])[]): readonly string[] {
  let now = 0;
  const heard: string[] = [];
  const tell = tellingOnce(
    (error) => heard.push(`${now} ${error.message}`),
    () => now,
  );
  for (const [at, message] of complaints) {
    now = at;
    tell(new Error(message));
  }
  return heard;
}

describe('a complaint that is repeated', () => {
  it('is told again after ten seconds only', () => {
    expect(told([1_000, 'a'], [1_200, 'a'], [10_999, 'a'], [11_000, 'a'], [11_200, 'a'])).toEqual([
      '1000 a',
      '11000 a',
    ]);
  });

  it('does not keep another one from being told', () => {
    expect(told([1_000, 'a'], [1_200, 'b'], [1_400, 'b'])).toEqual(['1000 a', '1200 b']);
  });
});
