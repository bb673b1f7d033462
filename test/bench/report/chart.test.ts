import { describe, expect, it } from 'vitest';
import { drawChart, niceEnd } from './chart.js';
import type { Row } from './record.js';

const row = (subject: string, perSecond: readonly number[]): Row => ({
  ...{
    part: 'throughput',
    subject,
    day: '2026-03-04',
    commit: 'abc1234',
    node: 'v20.20.2',
    cpu: 'CPU',
    cores: 2,
  },
  ...{ seconds: 5, warmUp: 3, skipped: null, figures: { perSecond: [...perSecond] } },
});

describe('the chart of the bench', () => {
  it('draws bars as long as their medians', () => {
    const svg = drawChart(
      [row('bare limit', [8000, 8000, 8000]), row('Heyword, SQLite', [1, 4000, 8000])],
      'light',
    );
    const widths = [...svg.matchAll(/<rect x="290"[^>]* width="([\d.]+)"/gu)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toEqual([490, 245]);
    expect(svg).toContain('>4,000</text>');
  });

  it('has a panel for what was measured only', () => {
    const svg = drawChart([row('bare limit', [1])], 'dark');
    expect(svg).toContain('Acknowledged events');
    expect(svg).not.toContain('Direct message');
  });

  it('ends its axis at a round number', () => {
    expect([7343, 8001, 19, 1.2, 60].map(niceEnd)).toEqual([8000, 10_000, 20, 2, 60]);
  });
});
