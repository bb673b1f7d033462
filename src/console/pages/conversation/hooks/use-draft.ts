import { useState } from 'react';
import { keepDraft, readDraft, type ComposerMode, type Draft } from '../state/drafts.js';

export interface DraftInHand extends Draft {
  readonly text: string;
  readonly setText: (text: string, mode?: ComposerMode) => void;
  readonly setMode: (mode: ComposerMode) => void;
  /** Puts something back that was sent and did not get through, before what has been written since. */
  readonly putBack: (text: string, mode: ComposerMode) => void;
}

/** What its writer has begun in this conversation, kept as long as the tab is. */
export function useDraft(place: string): DraftInHand {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage, place));
  const become = (next: Draft): void => {
    setDraft(next);
    keepDraft(sessionStorage, place, next);
  };
  return {
    ...draft,
    text: draft[draft.mode],
    setText: (text, mode = draft.mode) => become({ ...draft, [mode]: text }),
    setMode: (mode) => become({ ...draft, mode }),
    putBack: (text, mode) =>
      become({ ...draft, mode, [mode]: draft[mode] === '' ? text : `${text}\n\n${draft[mode]}` }),
  };
}
