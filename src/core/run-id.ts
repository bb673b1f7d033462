/** What the run is called that an event has started; an event starts one at most. */
export function runIdOf(eventId: string): string {
  return `${eventId}.run`;
}
