/**
 * One event is told in several items of the same time: what was heard, then what was done by it, then what was said, and
 * what that has led to.
 */
export const turns = { heard: 0, done: 1, said: 2, ledTo: 3 } as const;
