import { useEffect } from 'react';
import { presenceLasts, tellPresence } from '../../contract/live.js';
import { ask } from '../api/ask.js';
import { thisPage } from './this-page.js';

const every = presenceLasts / 2;

/** Whoever goes from one conversation to the next is in that one: that they have left is told if none follows so soon, ms. */
const leavesAfter = 400;
let leaving: number | undefined;

/** Tells colleagues that this page has the conversation open, and whether its reader types; null: it has none open. */
export function usePresence(conversationId: string | null, isTyping: boolean): void {
  useEffect(() => {
    if (conversationId === null) return;
    const tell = (): void => say(conversationId, isTyping);
    tell();
    const timer = window.setInterval(tell, every);
    return () => {
      window.clearInterval(timer);
    };
  }, [conversationId, isTyping]);

  useEffect(() => {
    if (conversationId === null) return;
    window.clearTimeout(leaving);
    return () => {
      leaving = window.setTimeout(() => say(null, false), leavesAfter);
    };
  }, [conversationId]);
}

/** Nobody waits for it, and nobody is told where it fails: it is said again soon. */
function say(conversationId: string | null, isTyping: boolean): void {
  const body = { page: thisPage, conversation_id: conversationId, is_typing: isTyping };
  ask(tellPresence, { body }).catch(() => undefined);
}
