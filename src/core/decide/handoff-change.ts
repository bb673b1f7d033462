import type { OpenHandoff } from '../conversation.js';
import type { HandoffChange, HandoffState } from '../effect.js';
import { dueAtOf } from '../service-clock.js';
import type { Draft } from './draft.js';

/** What is known of an open handoff while it is open. */
type Known = Partial<Omit<OpenHandoff, 'id'>>;

/** Changes the open handoff, here and where it is listed; nothing where none is open. */
export function changeHandoff(draft: Draft, change: Known): void {
  const { handoff } = draft.conversation;
  if (handoff === null) return;
  const changed = { ...handoff, ...change };
  draft.change({ handoff: changed });
  update(draft, handoff.id, { state: stateOf(changed), ...written(draft, change) });
}

/** How it ended; nothing where none is open. */
export function closeHandoff(
  draft: Draft,
  end: {
    readonly state: Extract<HandoffState, 'resolved' | 'handed_back' | 'spam'>;
    readonly closedBy: string;
    readonly outcome?: string | null;
  },
): void {
  const { handoff } = draft.conversation;
  if (handoff === null) return;
  if (handoff.snooze) draft.ask({ kind: 'cancelTimer', timerId: handoff.snooze.timerId });
  draft.change({ handoff: null });
  update(draft, handoff.id, { ...end, closedAt: draft.now, snoozedUntil: null });
}

function stateOf({ snooze, takenBy }: OpenHandoff): HandoffState {
  if (snooze) return 'snoozed';
  return takenBy === null ? 'open' : 'taken';
}

/** As it stands in the list, column by column. */
function written({ now }: Draft, { assignee, clock, snooze, ...same }: Known): HandoffChange {
  return {
    ...same,
    ...(assignee === undefined
      ? {}
      : {
          assigneeId: assignee?.id ?? null,
          assignee: assignee?.name ?? null,
          assignedAt: assignee === null ? null : now,
        }),
    ...(clock === undefined ? {} : { ...clock, dueAt: dueAtOf(clock) }),
    ...(snooze === undefined ? {} : { snoozedUntil: snooze?.until ?? null }),
  };
}

function update(draft: Draft, handoffId: string, change: HandoffChange): void {
  draft.ask({ kind: 'updateHandoff', handoffId, change });
}
