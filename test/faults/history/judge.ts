import { findAfterStop } from './after-stop.js';
import { type Course, coursesOf } from './course.js';
import { findDoubled } from './doubled.js';
import type { History } from './history.js';
import { findLost } from './lost.js';
import { findOutOfOrder } from './out-of-order.js';
import { findOverAPerson } from './over-a-person.js';
import { findWithoutBasis } from './without-basis.js';

export const wrongs = ['lost', 'doubled', 'outOfOrder', 'afterStop', 'withoutBasis', 'overAPerson'] as const;

/** What can go wrong with a conversation. */
export type Wrong = (typeof wrongs)[number];

/** By wrong, each finding in words that begin with the contact; all empty: every promise was kept. */
export type Judgement = Readonly<Record<Wrong, readonly string[]>>;

const laws: Readonly<Record<Wrong, (course: Course) => readonly string[]>> = {
  lost: findLost,
  doubled: findDoubled,
  outOfOrder: findOutOfOrder,
  afterStop: findAfterStop,
  withoutBasis: findWithoutBasis,
  overAPerson: findOverAPerson,
};

/** Holds what happened against what is promised. Pure: the same history, the same judgement. */
export function judge(history: History): Judgement {
  const courses = coursesOf(history);
  const findings = wrongs.map((wrong) => [
    wrong,
    courses.flatMap((course) => laws[wrong](course).map((finding) => `${course.contact}: ${finding}`)),
  ]);
  return Object.fromEntries(findings) as Judgement;
}

/** Of what came to nothing. */
export const nothingFound = Object.fromEntries(wrongs.map((wrong) => [wrong, []])) as unknown as Judgement;

/** Of trials that had nothing to do with each other. */
export function mergeJudgements(all: readonly Judgement[]): Judgement {
  const merged = wrongs.map((wrong) => [wrong, all.flatMap((one) => one[wrong])]);
  return Object.fromEntries(merged) as Judgement;
}
