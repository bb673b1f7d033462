import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { conversationAddress } from '../../../app/addresses.js';
import { type QueueQuestion, readQuestion, writeQuestion } from '../state/queue-question.js';

/** The address of the inbox with this question, and with a conversation that is open beside it; null: none. */
export function inboxAddress(question: QueueQuestion, conversationId: string | null): string {
  const path = conversationId === null ? '/inbox' : conversationAddress(conversationId);
  return `${path}${writeQuestion(question)}`;
}

/** What the queue shows, as the address has it, and how to change that. */
export function useQuestion(
  openConversationId: string | null,
): [QueueQuestion, (question: QueueQuestion) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const question = useMemo(() => readQuestion(search), [search]);
  return [question, (next) => navigate(inboxAddress(next, openConversationId))];
}
