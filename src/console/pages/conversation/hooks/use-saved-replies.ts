import { useMemo } from 'react';
import { listReplies } from '../../../../contract/replies.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useMe } from '../../../session/use-me.js';
import type { Desk } from '../state/answers.js';
import { fillReply, type ReplyValues } from '../state/fill-reply.js';
import { findReplies } from '../state/find-replies.js';
import type { Suggestion } from './use-suggestions.js';

/** Saved replies for what is typed after `/`, already filled. */
export function useSavedReplies(desk: Desk): (query: string) => readonly Suggestion[] {
  const { data } = useAnswer(listReplies, {});
  const me = useMe();
  const values: ReplyValues = useMemo(
    () => ({
      contact: desk.contact,
      agent: { name: me.user.name },
      workspace: { brand: me.workspaces.find(({ name }) => name === desk.workspace)?.brand ?? '' },
      answers: new Map(desk.answers.map(({ name, value }) => [name, value])),
    }),
    [desk, me],
  );
  return (query) =>
    findReplies(query, data?.items ?? [], desk.workspace).map(({ id, shortcut, text }) => {
      const filled = fillReply(text, values);
      return { id, name: `/${shortcut}`, more: filled, instead: filled };
    });
}
