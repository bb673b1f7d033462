import type { z } from 'zod';
import {
  queueFilters,
  type QueueSort,
  queueSorts,
  type QueueView,
  queueViews,
} from '../../../../contract/queue.js';
import type { SavedView } from './queue-item.js';

export type QueueFilters = z.output<typeof queueFilters>;
export type FilterName = keyof QueueFilters;

/** What the queue shows: it stands in the page's address, so that it can be kept and handed on. */
export interface QueueQuestion {
  readonly view: QueueView;
  readonly sort: QueueSort;
  readonly filters: QueueFilters;
}

export const filterNames = Object.keys(queueFilters.shape) as readonly FilterName[];

export const usualQuestion: QueueQuestion = { view: 'all', sort: 'urgency', filters: {} };

/** Reads the part of an address after `?`. What it does not understand is left out: an old link still shows a queue. */
export function readQuestion(search: string): QueueQuestion {
  const given = new URLSearchParams(search);
  return {
    view: queueViews.find((view) => view === given.get('view')) ?? usualQuestion.view,
    sort: queueSorts.find((sort) => sort === given.get('sort')) ?? usualQuestion.sort,
    filters: readFilters(Object.fromEntries(given)),
  };
}

/** Filters of which each is one that there is, such as those of a saved view. */
function readFilters(given: Readonly<Record<string, string>>): QueueFilters {
  const read = filterNames.flatMap((name) => {
    const value = queueFilters.shape[name].safeParse(given[name]);
    return value.success && value.data !== undefined ? [[name, value.data]] : [];
  });
  // Each value was read by the schema of its own name.
  return Object.fromEntries(read) as QueueFilters;
}

/** The part of an address after the path, with its `?`; empty for what is shown without one. */
export function writeQuestion({ view, sort, filters }: QueueQuestion): string {
  const params = new URLSearchParams({
    ...(view !== usualQuestion.view && { view }),
    ...(sort !== usualQuestion.sort && { sort }),
    ...givenFilters(filters),
  });
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

export function givenFilters(filters: QueueFilters): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The same question but for one filter; undefined takes it away. A team and an account belong to their workspace. */
export function withFilter(
  question: QueueQuestion,
  name: FilterName,
  value: string | undefined,
): QueueQuestion {
  const { [name]: _before, ...others } = givenFilters(question.filters);
  if (name === 'workspace') {
    delete others['team'];
    delete others['account'];
  }
  const filters = readFilters({ ...others, ...(value !== undefined && { [name]: value }) });
  return { ...question, filters };
}

export function isSameQuestion(one: QueueQuestion, other: QueueQuestion): boolean {
  return writeQuestion(one) === writeQuestion(other);
}

export function questionOf({ view, sort, filters }: SavedView): QueueQuestion {
  return { view, sort, filters: readFilters(filters) };
}
