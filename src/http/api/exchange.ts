import type { Request, Response } from 'express';

/** What signing in needs of a request beside its body, and does to its answer. */
export interface Exchange {
  /** Of whoever is connected; behind proxies, as those say that are trusted. */
  readonly address: string;
  /** In the browser's own words. */
  readonly userAgent: string;
  /** The secret of the session; null: there is none. */
  readonly sessionSecret: string | null;
  keepSession(secret: string, expiresAt: number): void;
  dropSession(): void;
}

/**
 * `__Host-`: sent over HTTPS only (or to this machine), to this host alone, for all of its paths
 * (https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2, draft rfc6265bis §4.1.3).
 */
export const sessionCookie = '__Host-heyword';

export function exchangeOf(request: Request, response: Response): Exchange {
  return {
    address: request.ip ?? '',
    userAgent: (request.get('user-agent') ?? '').slice(0, 300),
    sessionSecret: readCookie(request.get('cookie') ?? ''),
    keepSession: (secret, expiresAt) => {
      response.cookie(sessionCookie, secret, { ...cookieOptions, expires: new Date(expiresAt) });
    },
    dropSession: () => {
      response.clearCookie(sessionCookie, cookieOptions);
    },
  };
}

const cookieOptions = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

function readCookie(header: string): string | null {
  const parts = header.split(';').map((part) => part.trim());
  const found = parts.find((part) => part.startsWith(`${sessionCookie}=`));
  return found === undefined ? null : found.slice(sessionCookie.length + 1);
}
