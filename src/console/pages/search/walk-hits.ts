import type { KeyboardEvent } from 'react';

/** Moves by arrow keys from the field through what was found and back; Enter in the field opens the first. */
export function walkHits(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || event.nativeEvent.isComposing) return;
  const page = event.currentTarget;
  const field = page.querySelector<HTMLElement>('input');
  const hits = [...page.querySelectorAll<HTMLElement>('a.search-hit')];
  const stops = field === null ? hits : [field, ...hits];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (event.key === 'Enter') {
    if (stops[at] === field) hits[0]?.click();
    return;
  }
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
