import { useState } from 'react';

/** What stands unsent in the composer, kept for each follower apart. */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const setDraft = (text: string): void => {
    setDrafts((known) => new Map(known).set(name, text));
  };
  return [drafts.get(name) ?? '', setDraft];
}
