import type { QueryClient } from '@tanstack/react-query';
import { readDesk } from '../../../../contract/desk.js';
import { answerOf } from '../../../api/use-answer.js';
import { timelineOf } from './use-timeline.js';

/** Reads what a conversation shows first, unless it is there, so that it need not be waited for when it is opened. */
export function readAhead(client: QueryClient, conversationId: string): void {
  client.query(answerOf(readDesk, { params: { id: conversationId } })).catch(untold);
  client.infiniteQuery(timelineOf(conversationId)).catch(untold);
}

/** Nobody has asked for it yet: whoever opens the conversation is told. */
const untold = (): void => undefined;
