import { dayAt, momentOf, weekdayAt } from './zoned-time.js';

export interface SnoozeTime {
  readonly name: 'in_an_hour' | 'this_afternoon' | 'tomorrow' | 'next_monday';
  /** Epoch ms. */
  readonly until: number;
}

const hour = 3_600_000;

/** When one mostly wants to see a chat again, in the agent's own zone; what has passed already is left out. */
export function snoozeTimes(now: number, zone: string): readonly SnoozeTime[] {
  const at = (name: SnoozeTime['name'], days: number, time: string): readonly SnoozeTime[] => {
    const until = momentOf(dayAt(now, zone, { days, time }), zone);
    return until === null ? [] : [{ name, until }];
  };
  const times: readonly SnoozeTime[] = [
    { name: 'in_an_hour', until: now + hour },
    ...at('this_afternoon', 0, '14:00').filter(({ until }) => until > now + hour),
    ...at('tomorrow', 1, '09:00'),
    ...at('next_monday', 7 - weekdayAt(now, zone), '09:00'),
  ];
  // On a Sunday tomorrow is the next Monday.
  return times.filter(({ until }, index) => times.findIndex((one) => one.until === until) === index);
}
