import { changeReply, listReplies, saveReply } from '../../../../contract/replies.js';
import type { ApiProblem } from '../../../api/api-problem.js';
import { useDeed } from '../../../api/use-deed.js';
import type { SavedReply } from './saved-reply.js';

interface WrittenReply {
  readonly shortcut: string;
  readonly text: string;
  readonly is_shared: boolean;
}

interface KeepReply {
  readonly keep: (written: WrittenReply) => void;
  readonly isPending: boolean;
  readonly error: ApiProblem | null;
}

/** Saves a new reply, or what was changed of an old one. */
export function useKeepReply(reply: SavedReply | null, onDone: () => void): KeepReply {
  const save = useDeed(saveReply, { changes: [listReplies], onDone });
  const change = useDeed(changeReply, { changes: [listReplies], onDone });
  return {
    keep: (written) => {
      if (reply === null) save.mutate({ body: written });
      else change.mutate({ params: { id: reply.id }, body: written });
    },
    isPending: save.isPending || change.isPending,
    error: save.error ?? change.error,
  };
}
