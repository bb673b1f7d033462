import { useTimes } from '../../../time/use-times.js';

/** Says a moment (epoch ms, or ISO 8601) as people make appointments: the day and the time on the clock. */
export function useWhen(): (at: number | string) => string {
  const times = useTimes();
  return (at) => {
    const moment = typeof at === 'number' ? at : Date.parse(at);
    return `${times.date(moment, Date.now())}, ${times.clock(moment)}`;
  };
}
