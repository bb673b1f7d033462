const home = '/inbox';

/** The address of the sign-in page that leads back to this one afterwards. */
export function comingBackTo(path: string): string {
  return path === home || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** Where to go after signing in: a page of ours that the address names, else the inbox. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? home;
  const url = new URL(next, location.origin);
  return url.origin === location.origin && next.startsWith('/') ? `${url.pathname}${url.search}` : home;
}
