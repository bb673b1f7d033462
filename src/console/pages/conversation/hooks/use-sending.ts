import { useQueryClient } from '@tanstack/react-query';
import { addNote, reply } from '../../../../contract/deeds.js';
import { ApiProblem } from '../../../api/api-problem.js';
import { ask } from '../../../api/ask.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import type { TimelineItem } from '../state/answers.js';
import type { Outgoing } from '../state/outbox.js';
import { outbox, useOutboxOf } from './outbox-store.js';
import { readAnew } from './use-fresh-conversation.js';

/** What is new about something that is to be sent. */
export type Written = Pick<Outgoing, 'kind' | 'text' | 'mentions' | 'uploads'>;

export interface Sending {
  readonly outbox: readonly Outgoing[];
  readonly send: (written: Written) => void;
  /** The same once more, under its id; with `isAnyway` against the story as it is now. */
  readonly sendAgain: (outgoing: Outgoing, isAnyway?: boolean) => void;
  readonly takeBack: (outgoing: Outgoing) => void;
}

interface SendingPlace {
  readonly conversationId: string;
  readonly ownId: string;
  readonly version: string;
  readonly items: readonly TimelineItem[];
}

/** Sends replies and notes, each shown at once, and kept until the story tells it or its writer takes it back. */
export function useSending({ conversationId, ownId, version, items }: SendingPlace): Sending {
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const place = `${ownId} ${conversationId}`;
  const box = useOutboxOf(place);
  const seen = { seen: version, after: items.at(-1)?.id ?? null };

  const post = async (outgoing: Outgoing): Promise<void> => {
    const { requestId } = outgoing;
    outbox.change(place, { type: 'sent', outgoing });
    try {
      const eventId = await deliver(conversationId, outgoing);
      outbox.change(place, { type: 'accepted', requestId, eventId });
      await readAnew(client, conversationId);
      outbox.change(place, { type: 'taken_back', requestId });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const hasMovedOn = error.code === 'story_moved_on';
      outbox.change(
        place,
        hasMovedOn
          ? { type: 'moved_on', requestId }
          : { type: 'failed', requestId, problem: problemWords(error) },
      );
      if (hasMovedOn) await readAnew(client, conversationId);
    }
  };
  const begin = { progress: 'sending', problem: null, eventId: null } as const;
  return {
    outbox: box,
    send: (written) =>
      void post({ ...written, ...seen, ...begin, requestId: crypto.randomUUID(), at: Date.now() }),
    sendAgain: (outgoing, isAnyway = false) => void post({ ...outgoing, ...begin, ...(isAnyway && seen) }),
    takeBack: ({ requestId }) => outbox.change(place, { type: 'taken_back', requestId }),
  };
}

/** The event that it became. */
async function deliver(
  id: string,
  { kind, text, mentions, uploads, requestId, seen }: Outgoing,
): Promise<string> {
  const params = { id };
  const answer =
    kind === 'note'
      ? await ask(addNote, { params, body: { text, mentions: [...mentions], request_id: requestId } })
      : await ask(reply, {
          params,
          body: { text, uploads: [...uploads], request_id: requestId, ...(seen !== null && { seen }) },
        });
  return answer.event_id;
}
