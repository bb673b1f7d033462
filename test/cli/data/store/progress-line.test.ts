import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../../../src/cli/data/store/progress-line.js';

function watch(options: { readonly isTTY: boolean; readonly columns?: number }) {
  const written: string[] = [];
  return { written, line: new ProgressLine({ ...options, write: (text) => written.push(text) }) };
}

describe('the line of progress', () => {
  it('is a bar that is drawn over itself, and goes in the end', () => {
    const { written, line } = watch({ isTTY: true });
    line.show({ table: 'messages', done: 1500, total: 3000 });
    line.show({ table: 'messages', done: 3000, total: 3000 });
    line.end();

    expect(written).toEqual([
      '\r\u001b[K████████████░░░░░░░░░░░░ 50%  1,500 of 3,000 rows  messages',
      '\r\u001b[K████████████████████████ 100%  3,000 of 3,000 rows  messages',
      '\r\u001b[K',
    ]);
  });

  it('never fills more than the line of a narrow terminal', () => {
    const { written, line } = watch({ isTTY: true, columns: 30 });
    line.show({ table: 'messages', done: 0, total: 3000 });

    expect(written[0]?.replace('\r\u001b[K', '')).toHaveLength(29);
  });

  it('is one line a table in a log', () => {
    const { written, line } = watch({ isTTY: false });
    line.show({ table: 'events', done: 0, total: 2 });
    line.show({ table: 'events', done: 1, total: 2 });
    line.show({ table: 'ledgerWords', done: 1, total: 2 });
    line.end();

    expect(written).toEqual(['events: 0 of 2 rows so far\n', 'ledger words: 1 of 2 rows so far\n']);
  });

  it('is full where there is nothing to copy', () => {
    const { written, line } = watch({ isTTY: true });
    line.show({ table: 'flows', done: 0, total: 0 });

    expect(written[0]).toContain('100%');
  });
});
