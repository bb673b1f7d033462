interface InArea {
  readonly area: string;
}

/** Sorts what is offered under its areas, in the order of the first of each. */
export function inAreas<T extends InArea>(items: readonly T[]): readonly (readonly [string, readonly T[]])[] {
  const areas = [...new Set(items.map(({ area }) => area))];
  return areas.map((area) => [area, items.filter((item) => item.area === area)]);
}
