import { describe, expect, it } from 'vitest';
import { pageOf } from './page.js';
import type { Row } from './record.js';

const heyword: Row = {
  ...{
    part: 'throughput',
    subject: 'Heyword, SQLite',
    day: '2026-03-04',
    commit: 'abc1234',
    node: 'v20.20.2',
  },
  ...{ cpu: 'Some CPU', cores: 2, seconds: 5, warmUp: 3, skipped: null },
  figures: { perSecond: [4000, 4500.4, 3900], ofLimit: [0.61, 0.59, 0.62] },
};

function lineWith(page: string, words: string): string {
  return page.split('\n').find((line) => line.startsWith(`| ${words}`)) ?? '';
}

describe('the page about speed', () => {
  it('shows median and range of each figure, and under which circumstances it was measured', () => {
    const page = pageOf([heyword]);
    expect(lineWith(page, 'Heyword, SQLite')).toBe(
      '| Heyword, SQLite | 4,000 (3,900–4,500) | 0.61 (0.59–0.62) |',
    );
    expect(page).toContain(
      '2026-03-04, commit abc1234, Node 20.20.2, Some CPU with 2 cores: 3 rounds of 5 s after 3 s of warming up.',
    );
  });

  it('says of each target whether it is met, by the median', () => {
    const verdict = (ofLimit: number[]) =>
      lineWith(pageOf([{ ...heyword, figures: { ofLimit } }]), 'Events decided and durable');
    expect(verdict([0.9, 0.6, 0.1])).toMatch(/\| 0\.60 \| met \|$/u);
    expect(verdict([0.9, 0.59, 0.1])).toMatch(/\| 0\.59 \| \*\*not met\*\* \|$/u);
    expect(lineWith(pageOf([]), 'Start-up with 1,000 flows')).toMatch(/not measured \|$/u);
  });

  it('judges what must not be exceeded the other way round', () => {
    const startUp: Row = {
      ...heyword,
      ...{ part: 'start-up', subject: '1,000 flows', figures: { startUp: [2.5, 2.4, 2.6] } },
    };
    expect(lineWith(pageOf([startUp]), 'Start-up with 1,000 flows')).toMatch(/\*\*not met\*\* \|$/u);
  });

  it('says why something was skipped, and keeps older rows with their own day', () => {
    const skipped: Row = { ...heyword, subject: 'Bottender', skipped: 'it is not installed', figures: {} };
    const older: Row = { ...heyword, subject: 'bare limit', day: '2026-01-01' };
    const page = pageOf([older, heyword, skipped]);
    expect(lineWith(page, 'Bottender')).toContain('skipped: it is not installed');
    expect(page).toMatch(/2026-01-01, .* \(bare limit\)\. 2026-03-04, .* \(Heyword, SQLite\)\./u);
  });

  it('tells of a part that has not been measured how to do it', () => {
    expect(pageOf([])).toContain(
      '`npm run bench -- --only growth` makes these figures. They have not been made yet.',
    );
  });
});
