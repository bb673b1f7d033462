import { assign } from '../../../../contract/deeds.js';
import { listPeople } from '../../../../contract/identity.js';
import { ask } from '../../../api/ask.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useTeamTitles } from '../../../session/use-team-titles.js';
import { useWords } from '../../../words/use-words.js';
import type { Desk } from '../state/answers.js';
import type { Assignment, Doing } from './deed-types.js';

/** Gives the open handoff to someone, to another team or back to everybody, and can take that back. */
export function useAssigning(desk: Desk, doing: Doing): (assignment: Assignment) => Promise<boolean> {
  const { deeds: words, priorities } = useWords().conversation;
  const titleOf = useTeamTitles();
  const { data } = useAnswer(listPeople, {});
  const params = { id: desk.conversation_id };
  const { handoff } = desk;

  const wordsFor = ({ to, team, priority }: Assignment): string => {
    if (team !== undefined) return words.moved(titleOf(desk.workspace, team));
    if (to === null) return words.unassigned;
    if (to === undefined) return words.prioritised(priorities[priority ?? 'normal']);
    return words.assigned(data?.items.find(({ id }) => id === to)?.name ?? to);
  };
  const before: Assignment = {
    to: handoff?.assignee?.id ?? null,
    ...(handoff?.team != null && { team: handoff.team }),
    ...(handoff !== null && { priority: handoff.priority }),
  };
  const give = (assignment: Assignment, back: Assignment | null): Promise<boolean> =>
    doing(
      () => ask(assign, { params, body: assignment }),
      wordsFor(assignment),
      back === null ? undefined : () => give(back, null),
    );
  return (assignment) => give(assignment, wayBack(assignment, before));
}

/** As much of how it was as is changed; a move to another team also takes it from whoever had it. */
function wayBack(assignment: Assignment, before: Assignment): Assignment {
  return {
    ...((assignment.to !== undefined || assignment.team !== undefined) && { to: before.to }),
    ...(assignment.team !== undefined && before.team !== undefined && { team: before.team }),
    ...(assignment.priority !== undefined && { priority: before.priority }),
  };
}
