import { describe, expect, it } from 'vitest';
import { mergeRows, type Row, roundsOf } from './record.js';

const row = (subject: string, day: string, more: Partial<Row> = {}): Row => ({
  ...{ part: 'throughput', subject, day, commit: 'abc1234', node: 'v20.20.2', cpu: 'CPU', cores: 2 },
  ...{ seconds: 5, warmUp: 3, skipped: null, figures: { perSecond: [1, null, 3] } },
  ...more,
});

describe('the record of the bench', () => {
  it('keeps what a run leaves out, and the order of what it replaces', () => {
    const before = [row('a', '2026-01-01'), row('b', '2026-01-01')];
    const merged = mergeRows(before, [row('c', '2026-02-02'), row('a', '2026-02-02')]);
    expect(merged.map(({ subject, day }) => [subject, day])).toEqual([
      ['a', '2026-02-02'],
      ['b', '2026-01-01'],
      ['c', '2026-02-02'],
    ]);
  });

  it('tells the same subject of two parts apart', () => {
    const merged = mergeRows([row('a', '2026-01-01')], [row('a', '2026-02-02', { part: 'latency' })]);
    expect(merged.map(({ part, day }) => [part, day])).toEqual([
      ['throughput', '2026-01-01'],
      ['latency', '2026-02-02'],
    ]);
  });

  it('does not displace what was measured by what was skipped', () => {
    const skipped = { skipped: 'it is not installed', figures: {} };
    const merged = mergeRows(
      [row('a', '2026-01-01')],
      [row('a', '2026-02-02', skipped), row('b', '2026-02-02', skipped)],
    );
    expect(merged.map(({ subject, day, skipped: why }) => [subject, day, why])).toEqual([
      ['a', '2026-01-01', null],
      ['b', '2026-02-02', 'it is not installed'],
    ]);
  });

  it('leaves out rounds in which the machine did not tell', () => {
    expect(roundsOf(row('a', '2026-01-01'), 'perSecond')).toEqual([1, 3]);
    expect(roundsOf(undefined, 'perSecond')).toEqual([]);
  });
});
