import { useQueryClient } from '@tanstack/react-query';
import * as contract from '../../../../contract/deeds.js';
import { ApiProblem } from '../../../api/api-problem.js';
import { ask } from '../../../api/ask.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { say } from '../../../components/toast.js';
import { useWords } from '../../../words/use-words.js';
import { useWhen } from '../parts/use-when.js';
import { readAnew } from '../hooks/use-fresh-conversation.js';
import type { Desk } from '../state/answers.js';
import type { Deeds, Doing, TagChange } from './deed-types.js';
import { useAssigning } from './use-assigning.js';

function useDoing(conversationId: string): Doing {
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const { common, conversation } = useWords();
  return async (act, words, undo) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      say({ kind: 'problem', words: common.couldNotDo, why: problemWords(error) });
      return false;
    }
    const deed = undo && { label: conversation.deeds.undo, onPress: () => void undo() };
    say({ kind: 'done', words, ...(deed && { deed }) });
    await readAnew(client, conversationId);
    return true;
  };
}

/** The deeds for the desk as it is: a way back leads to how it was. */
export function useDeedsOf(desk: Desk): Deeds {
  const { deeds: words } = useWords().conversation;
  const when = useWhen();
  const conversationId = desk.conversation_id;
  const doing = useDoing(conversationId);
  const params = { id: conversationId };

  const take = (): Promise<boolean> => doing(() => ask(contract.take, { params, body: {} }), words.taken);
  const snooze = (until: number | null): Promise<boolean> =>
    doing(
      () => ask(contract.snooze, { params, body: { until: momentOrNull(until) } }),
      until === null ? words.woken : words.snoozed(when(until)),
      until === null ? undefined : () => snooze(null),
    );
  const changeTags = (change: TagChange): Promise<boolean> =>
    doing(
      () => ask(contract.changeTags, { params, body: change }),
      words.tagsChanged,
      () => changeTags({ add: change.remove, remove: change.add }),
    );
  const block = (isBlocked: boolean): Promise<boolean> =>
    doing(
      () => ask(contract.block, { params, body: { is_blocked: isBlocked } }),
      isBlocked ? words.blocked : words.unblocked,
      isBlocked ? () => block(false) : undefined,
    );
  return {
    ...{ take, snooze, changeTags, block },
    assign: useAssigning(desk, doing),
    handBack: (body) => doing(() => ask(contract.handBack, { params, body }), words.handedBack, take),
    resolve: (body) => doing(() => ask(contract.resolve, { params, body }), words.resolved, take),
    merge: (contact) => doing(() => ask(contract.merge, { params, body: { contact } }), words.merged),
  };
}

function momentOrNull(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
