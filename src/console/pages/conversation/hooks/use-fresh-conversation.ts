import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readDesk, readTimeline } from '../../../../contract/desk.js';
import { keyOf } from '../../../api/key-of.js';
import { useLive } from '../../../live/use-live.js';
import type { Desk } from '../state/answers.js';

/** Changes that come in a burst are read once, this long after the first, ms. */
const gathersFor = 120;

/** Reads desk and story anew whenever the server says that the conversation has changed, and keeps who is here up to date. */
export function useFreshConversation(conversationId: string, ownId: string): void {
  const client = useQueryClient();
  const waiting = useRef<number | undefined>(undefined);
  useLive('conversation', ({ conversation_id: changed }) => {
    if (changed !== conversationId || waiting.current !== undefined) return;
    waiting.current = window.setTimeout(() => {
      waiting.current = undefined;
      void readAnew(client, conversationId);
    }, gathersFor);
  });
  useLive('present', ({ conversation_id: where, people }) => {
    if (where !== conversationId) return;
    client.setQueryData<Desk>(keyOf(readDesk, { params: { id: conversationId } }), (desk) =>
      desk === undefined ? desk : { ...desk, present: people.filter(({ id }) => id !== ownId) },
    );
  });
  useEffect(
    () => () => {
      window.clearTimeout(waiting.current);
      waiting.current = undefined;
    },
    [conversationId],
  );
}

/** Resolves when both are there. */
export async function readAnew(client: QueryClient, conversationId: string): Promise<void> {
  const question = { params: { id: conversationId } };
  await Promise.all([
    client.invalidateQueries({ queryKey: keyOf(readTimeline, question) }),
    client.invalidateQueries({ queryKey: keyOf(readDesk, question) }),
  ]);
}
