import { generateSync } from 'otplib';
import { expect } from 'vitest';
import type { Stage } from './stage.js';

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** What their browser calls itself. */
  readonly userAgent?: string;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Somebody's session at the server of a stage, used as a page of it would. */
export class SignedIn {
  readonly #stage: Stage;
  readonly #userAgent: string;
  #secret: string | null = null;

  private constructor(stage: Stage, userAgent = 'a test') {
    this.#stage = stage;
    this.#userAgent = userAgent;
  }

  /** The first owner, by the link that the start has printed. */
  static async asOwner(stage: Stage, who: Newcomer): Promise<SignedIn> {
    const line = await stage.server.output.waitFor(/open (\S+) to become the owner/);
    const owner = await SignedIn.#byLink(stage, line.split(' ')[1] ?? '', who);
    const { secret } = await owner.ask<{ readonly secret: string }>('POST', '/me/second-factor', {});
    stage.confidences.tell(secret);
    await owner.ask('POST', '/me/second-factor/confirm', { code: generateSync({ secret }) });
    return owner;
  }

  /** An agent whom this one invites. */
  async agent(who: Newcomer): Promise<SignedIn> {
    const wanted = { email: who.email, role: 'agent', capacity: 5 };
    const { link } = await this.ask<{ readonly link: string }>('POST', '/people/invitations', wanted);
    return SignedIn.#byLink(this.#stage, link, who);
  }

  static async #byLink(stage: Stage, link: string, who: Newcomer): Promise<SignedIn> {
    const { name, email, password } = who;
    stage.confidences.tell(name, email, password);
    const token = new URL(link).pathname.replace('/welcome/', '');
    const newcomer = new SignedIn(stage, who.userAgent);
    await newcomer.ask('POST', `/invitations/${token}`, { name, email, password });
    return newcomer;
  }

  /** As a browser keeps it. */
  get cookie() {
    const value = this.#secret ?? '';
    const where = { domain: '127.0.0.1', path: '/', secure: true, httpOnly: true };
    return { name: '__Host-heyword', value, ...where, sameSite: 'Lax' as const };
  }

  /** Asks for what must be possible. */
  async ask<T>(method: Method, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.#stage.server.address}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'user-agent': this.#userAgent,
        ...(this.#secret !== null && { cookie: `__Host-heyword=${this.#secret}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect([answer.status, path], text).toEqual([200, path]);
    this.#keep(answer);
    return JSON.parse(text) as T;
  }

  #keep(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      this.#secret = /^__Host-heyword=([^;]+)/.exec(cookie)?.[1] ?? this.#secret;
      this.#stage.confidences.tell(this.#secret ?? '');
    }
  }
}
