/** A node whose ways on are being followed. */
interface OpenNode<T> {
  readonly node: T;
  readonly following: Iterator<T>;
  readonly order: number;
  /** The earliest node still open that can be reached from here. */
  earliest: number;
}

/**
 * Which nodes lead back to each other: two nodes are on one circle when they have the same number. Each way is walked
 * once (Tarjan's algorithm), with a stack of its own: a circle may be longer than calls can be deep.
 */
export function findCircles<T>(nodes: Iterable<T>, next: (node: T) => Iterable<T>): ReadonlyMap<T, number> {
  const circles = new Map<T, number>();
  const orders = new Map<T, number>();
  const undecided: T[] = [];
  const trail: OpenNode<T>[] = [];
  const enter = (node: T): void => {
    const order = orders.size;
    orders.set(node, order);
    undecided.push(node);
    trail.push({ node, following: next(node)[Symbol.iterator](), order, earliest: order });
  };
  const leave = ({ node, order, earliest }: OpenNode<T>): void => {
    if (earliest === order) {
      for (const one of undecided.splice(undecided.lastIndexOf(node))) circles.set(one, order);
    }
    const before = trail.at(-1);
    if (before !== undefined) before.earliest = Math.min(before.earliest, earliest);
  };
  const follow = (open: OpenNode<T>, to: T): void => {
    const order = orders.get(to);
    if (order === undefined) enter(to);
    else if (!circles.has(to)) open.earliest = Math.min(open.earliest, order);
  };
  for (const node of nodes) {
    if (!orders.has(node)) enter(node);
    for (let open = trail.at(-1); open !== undefined; open = trail.at(-1)) {
      const step = open.following.next();
      if (step.done === true) leave(trail.pop() ?? open);
      else follow(open, step.value);
    }
  }
  return circles;
}
