import type { Endpoint } from '../../contract/endpoint.js';

/** Where answers are kept: `keyOf(listQueue)` names all that this endpoint ever answered, with a question that one. */
export function keyOf(endpoint: Pick<Endpoint, 'method' | 'path'>, question?: object): readonly unknown[] {
  const name = `${endpoint.method} ${endpoint.path}`;
  return question === undefined ? [name] : [name, question];
}
