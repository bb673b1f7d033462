import type { Task, TaskList } from 'graphile-worker';
import type { CalendarJob, Tasks } from '../work.js';
import { announceComeBack, conversationTask, type Query } from './announce.js';
import { calendarTask } from './crontab.js';

export interface TaskListParts {
  readonly tasks: Tasks;
  readonly calendar: readonly CalendarJob[];
  readonly query: Query;
  readonly now: () => number;
  /** Whether the server is about to end: then a task may have left undone what was to be done. */
  readonly isStopping: () => boolean;
  readonly onError: (error: unknown) => void;
  readonly onCalendarError: (job: string, error: unknown) => void;
}

/** What workers do for a job, by its name. One that throws is told of, and tried again by graphile-worker. */
export function createTaskList(parts: TaskListParts): TaskList {
  const list: TaskList = { [conversationTask]: telling(serveConversation(parts), parts.onError) };
  for (const job of parts.calendar) {
    list[calendarTask(job)] = telling(
      () => job.run(),
      (error) => parts.onCalendarError(job.name, error),
    );
  }
  return list;
}

function telling(task: Task, tell: (error: unknown) => void): Task {
  return async (payload, helpers) => {
    try {
      await task(payload, helpers);
    } catch (error) {
      tell(error);
      throw error;
    }
  };
}

/**
 * When to come back is not listened to: whatever a transaction of the store left to come, it has announced. Left is what no
 * transaction was made for, because the server was about to end: without a new job, it would be lost.
 */
function serveConversation({ tasks, query, now, isStopping }: TaskListParts): Task {
  return async (payload, { job }) => {
    const conversationId = conversationOf(payload);
    await tasks.fireTimersOf(conversationId);
    await tasks.dispatch(conversationId);
    if (isStopping()) await announceComeBack(query, job.id, { conversationId, at: now() });
  };
}

function conversationOf(payload: unknown): string {
  return (payload as { readonly conversationId: string }).conversationId;
}
