/**
 * Moves the focus to the next or the previous row, as an arrow key does in the list. Where the focus is elsewhere, it
 * comes in from the row of this id, where that is on the page, else where the list had it last.
 */
export function moveFocus(
  list: HTMLElement | null,
  direction: 'ArrowDown' | 'ArrowUp',
  from: string | null,
): void {
  if (list === null) return;
  if (!list.contains(document.activeElement)) {
    const row = from === null ? null : rowOf(list, from);
    if (row === null) {
      list.focus();
      return;
    }
    row.focus();
  }
  const press = new KeyboardEvent('keydown', { key: direction, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(press);
}

/** The id of the row that has the focus; null: none has. */
export function focusedRow(list: HTMLElement | null): string | null {
  const active = document.activeElement;
  if (list === null || active === null || !list.contains(active)) return null;
  return rowIdAt(active);
}

/** The id of the row that something in it belongs to; null: it is in none. */
export function rowIdAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset['key'] ?? null;
}

function rowOf(list: HTMLElement, id: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(id)}"]`);
}
