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
 * Whatever a transaction of the store left to come, it has announced. Left is what no transaction was made for: a job
 * that came before its time, or that began when the server was about to end. Without a new one, it would be lost.
 */
function serveConversation({ tasks, query, now, isStopping }: TaskListParts): Task {
  return async (payload, { job }) => {
    const conversationId = conversationOf(payload);
    const moments = [await tasks.fireTimers(conversationId), await tasks.dispatch(conversationId)];
    if (isStopping()) moments.push(now());
    const toCome = moments.filter((moment) => moment !== null);
    if (toCome.length > 0) await announceComeBack(query, job.id, { conversationId, at: Math.min(...toCome) });
  };
}

function conversationOf(payload: unknown): string {
  return (payload as { readonly conversationId: string }).conversationId;
}
