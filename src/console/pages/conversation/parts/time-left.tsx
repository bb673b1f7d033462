import { useNow } from '../hooks/use-now.js';
import { timeLeft } from '../state/time-left.js';
import { useWords } from '../../../words/use-words.js';

/** How long until a moment (ISO 8601), or how long past it, counting down by itself. */
export function useTimeLeft(until: string | null): { readonly words: string; readonly isOver: boolean } {
  const { units } = useWords().conversation;
  const moment = until === null ? null : Date.parse(until);
  const now = useNow(moment);
  const { parts, isOver } = timeLeft(moment ?? now, now);
  return { isOver, words: parts.map(({ unit, amount }) => `${amount}\u202f${units[unit]}`).join(' ') };
}
