import { randomUUID } from 'node:crypto';

export interface XGrant {
  readonly user: string;
  readonly token: string;
  readonly refreshToken: string;
}

/** Who has allowed the app what: access tokens live for two hours, refresh tokens are used once. */
export class XGrants {
  readonly #users = new Map<string, string>();
  readonly #refresh = new Map<string, string>();

  issue(user: string): XGrant {
    const grant = { user, token: `at-${randomUUID()}`, refreshToken: `rt-${randomUUID()}` };
    this.#users.set(grant.token, user);
    this.#refresh.set(grant.refreshToken, user);
    return grant;
  }

  /** Whose token it is; undefined: it counts no more. */
  userOf(token: string | null): string | undefined {
    return this.#users.get(token ?? '');
  }

  /** The two hours are over, or the user has changed their mind. */
  end(token: string): void {
    this.#users.delete(token);
  }

  /** Both tokens anew, and the old refresh token is used up; undefined: it was before. */
  rotate(refreshToken: string): XGrant | undefined {
    const user = this.#refresh.get(refreshToken);
    if (user === undefined) return undefined;
    this.#refresh.delete(refreshToken);
    return this.issue(user);
  }
}
