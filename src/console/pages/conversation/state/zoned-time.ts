/** A time on the wall, as `<input type="datetime-local">` writes it: `2026-03-01T09:00`. */
export type WallTime = string;

/** What the clock on the wall shows in a zone (IANA name) at a moment, epoch ms. */
export function wallTimeAt(at: number, zone: string): WallTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(at).replace(' ', 'T').slice(0, 16);
}

/**
 * When the clock shows that, epoch ms; null: it is no time. In an overlap the first time; a time that is passed over
 * when clocks are put forward becomes as much later.
 */
export function momentOf(wall: WallTime, zone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return null;
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((at) => offsetAt(at, zone));
  const candidates = offsets.map((offset) => asUtc - offset).sort((one, other) => one - other);
  const exact = candidates.find((at) => wallTimeAt(at, zone) === wall);
  return exact ?? candidates.at(-1) ?? null;
}

/** A day so many days later, at this hour. */
export function dayAt(now: number, zone: string, { days, time }: { days: number; time: string }): WallTime {
  const noon = Date.parse(`${wallTimeAt(now, zone).slice(0, 10)}T12:00:00Z`) + days * 86_400_000;
  return `${new Date(noon).toISOString().slice(0, 10)}T${time}`;
}

/** From Monday, 0, to Sunday, 6. */
export function weekdayAt(now: number, zone: string): number {
  const day = new Date(`${wallTimeAt(now, zone).slice(0, 10)}T12:00:00Z`).getUTCDay();
  return (day + 6) % 7;
}

function offsetAt(at: number, zone: string): number {
  const minutes = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${wallTimeAt(minutes, zone)}:00Z`) - minutes;
}
