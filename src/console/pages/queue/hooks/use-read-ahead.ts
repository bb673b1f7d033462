import { useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type PointerEvent, useEffect, useRef } from 'react';
import { readAhead } from '../../conversation/hooks/read-ahead.js';
import { rowIdAt } from '../list/move-focus.js';
import type { QueueItem } from '../state/queue-item.js';

/** Whoever stays so long on a row may open it, ms: shorter than the way from there to a click or a key. */
const restsAfter = 80;

interface ReadAhead {
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** Reads the conversation of a row on which the pointer or the focus rests. A finger rests on what it scrolls: it does not count. */
export function useReadAhead(rows: readonly QueueItem[]): ReadAhead {
  const client = useQueryClient();
  const resting = useRef<number | undefined>(undefined);
  const leave = (): void => window.clearTimeout(resting.current);
  useEffect(() => () => window.clearTimeout(resting.current), []);
  const restOn = (target: EventTarget): void => {
    leave();
    resting.current = window.setTimeout(() => {
      const id = rowIdAt(target);
      const item = rows.find((row) => row.id === id);
      if (item !== undefined) readAhead(client, item.conversation_id);
    }, restsAfter);
  };
  return {
    onPointerOver: ({ pointerType, target }) => {
      if (pointerType === 'mouse') restOn(target);
    },
    onPointerLeave: leave,
    onFocus: ({ target }) => restOn(target),
  };
}
