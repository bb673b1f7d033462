/** Work that takes long where there is much of it: wherever it yields, others may have their turn. */
export type Piecewise<Result> = Generator<undefined, Result, undefined>;

/** Does all of it without a break. */
export function atOnce<Result>(work: Piecewise<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
