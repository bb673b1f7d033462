import type { PartName } from '../parts/part.js';

/** How a figure is shown. */
export interface Column {
  readonly figure: string;
  readonly heading: string;
  readonly digits: number;
}

const column = (figure: string, heading: string, digits = 0): Column => ({ figure, heading, digits });

const acknowledged = column('perSecond', 'events/s');
const p50 = column('p50', 'p50 ms', 1);
const p99 = column('p99', 'p99 ms', 1);
const cpu = column('cpu', 'CPU ms an event', 3);
const whole = column('wholePerSecond', 'and sent in 10 s');
const rss = column('rss', 'RSS MB');
const refused = column('refused', 'refused');

/** What is shown of each part, in this order. */
export const columns: Readonly<Record<PartName, readonly Column[]>> = {
  throughput: [
    ...[
      acknowledged,
      column('ofLimit', 'of the bare limit', 2),
      column('heywordTimes', 'Heyword does, times', 1),
    ],
    ...[whole, p50, p99, cpu, rss, refused],
  ],
  latency: [
    ...[column('rate', 'events/s asked for'), column('perSecond', 'acknowledged/s'), p50, p99],
    ...[
      column('toPlatformP50', 'DM to platform p50 ms', 1),
      column('toPlatformP99', 'DM to platform p99 ms', 1),
      refused,
    ],
  ],
  batches: [acknowledged, column('ofLimit', 'of the bare limit', 2), whole, p50, p99, cpu, refused],
  growth: [acknowledged, column('ofEmpty', 'of the empty one', 2), whole, p50, p99, cpu, rss, refused],
  'start-up': [column('startUp', 'start-up s', 2), column('rss', 'RSS MB at rest')],
};
