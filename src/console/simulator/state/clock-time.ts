const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** HH:MM in the reader's own time zone, of epoch milliseconds. */
export function clockTime(at: number): string {
  return clock.format(at);
}

/** The day of epoch milliseconds in the reader's own time zone, as in `Monday 3 November`. */
export function dayOf(at: number): string {
  return day.format(at);
}
