import { useEffect } from 'react';
import { presenceLasts, tellPresence } from '../../contract/live.js';
import { ask } from '../api/ask.js';
import { thisPage } from './this-page.js';

const every = presenceLasts / 2;

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
    return () => say(null, false);
  }, [conversationId]);
}

/** Nobody waits for it, and nobody is told where it fails: it is said again soon. */
function say(conversationId: string | null, isTyping: boolean): void {
  const body = { page: thisPage, conversation_id: conversationId, is_typing: isTyping };
  ask(tellPresence, { body }).catch(() => undefined);
}
