import type { QueueQuestion } from '../state/queue-question.js';

/** What is asked of the queue, and which chat stands beside it. */
export interface ViewsProps {
  readonly question: QueueQuestion;
  readonly openConversationId: string | null;
}
