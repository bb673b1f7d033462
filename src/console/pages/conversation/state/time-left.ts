/** A span of time as it is said: two units where that helps (1 h 20 min), one where more would be noise (3 d). */
export interface TimeLeft {
  readonly isOver: boolean;
  readonly parts: readonly { readonly unit: 'day' | 'hour' | 'minute' | 'second'; readonly amount: number }[];
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What is left until a moment, or how long it is past, both in epoch ms. */
export function timeLeft(until: number, now: number): TimeLeft {
  const isOver = until <= now;
  return { isOver, parts: partsOf(Math.abs(until - now)) };
}

function partsOf(span: number): TimeLeft['parts'] {
  if (span >= 2 * day) return [{ unit: 'day', amount: Math.floor(span / day) }];
  if (span >= hour)
    return [
      { unit: 'hour', amount: Math.floor(span / hour) },
      ...(span < 10 * hour && span % hour >= minute
        ? [{ unit: 'minute' as const, amount: Math.floor((span % hour) / minute) }]
        : []),
    ];
  if (span >= 2 * minute) return [{ unit: 'minute', amount: Math.floor(span / minute) }];
  return [{ unit: 'second', amount: Math.floor(span / second) }];
}

/** How long these words stay true, ms: until then nobody needs to look at the clock again. */
export function staysTrueFor(until: number, now: number): number {
  return Math.abs(until - now) < 2 * minute + second ? second : 15 * second;
}
