/** Until when a run waits. Clock times are those of the workspace's zone, in minutes after local midnight. */
export type WaitGoal<Text> =
  /** `duration` in ms. */
  | { readonly kind: 'for'; readonly duration: number }
  /** The next time that the clock shows this; `weekday` is ISO, 1 Monday … 7 Sunday, null for any day. */
  | { readonly kind: 'clock'; readonly weekday: number | null; readonly minute: number }
  /** At once in office hours, else when the next ones begin. */
  | { readonly kind: 'office_hours' }
  /** That time of a day written `2026-12-01`, or as long before it as `before` says, ms; whole days by the calendar. */
  | { readonly kind: 'date'; readonly date: Text; readonly minute: number; readonly before: number };
