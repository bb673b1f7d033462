import type { ConnectionPool } from './connection-pool.js';

type Connected = Parameters<ConnectionPool['connect']>[0];
type Release = Parameters<Connected>[2];

/**
 * The same pool, except that a connection may be given back a second time. graphile-worker 0.17 does that with the one that
 * listens, where it is lost while the workers stop; the pool refuses with an error that nobody would hear, which would end
 * the process.
 */
export function releasedOnce(pool: ConnectionPool): ConnectionPool {
  const connect = (heard?: Connected): unknown =>
    heard === undefined
      ? pool.connect()
      : pool.connect((error, client, release) => heard(error, client, once(release)));
  return new Proxy(pool, {
    get(target, name): unknown {
      if (name === 'connect') return connect;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Of a connection that did not come about there may be nothing to give back. */
function once(release: Release | undefined): Release {
  let isReleased = false;
  return (error) => {
    if (isReleased) return;
    isReleased = true;
    release?.(error);
  };
}
