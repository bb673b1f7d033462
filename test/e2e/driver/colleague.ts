import { generateSync } from 'otplib';
import { expect } from 'vitest';
import type { ServerProcess } from './server-process.js';
import type { Stage } from './stage.js';

const password = 'a sentence that only they know';

/** Somebody who works in the inbox, by its API, at whichever server. */
export class Colleague {
  /** Of their session. */
  secret = '';

  /** The first owner, by the link that a start has printed. */
  static async owner(stage: Stage, server: ServerProcess): Promise<Colleague> {
    const line = await server.output.waitFor(/open (\S+) to become the owner/);
    const olga = new Colleague();
    await olga.arrive(stage, server, line.split(' ')[1] ?? '', {
      name: 'Olga',
      email: 'olga@studio.example',
    });
    const { secret } = await olga.post<{ secret: string }>(server, '/me/second-factor', {});
    stage.confidences.tell(secret);
    await olga.post(server, '/me/second-factor/confirm', { code: generateSync({ secret }) });
    return olga;
  }

  /** Somebody whom the owner has let in. */
  static async guest(stage: Stage, server: ServerProcess, link: string, name: string): Promise<Colleague> {
    const guest = new Colleague();
    await guest.arrive(stage, server, link, { name });
    return guest;
  }

  /** Answers the link to give them. */
  async invite(server: ServerProcess, email: string): Promise<string> {
    return (await this.post<{ link: string }>(server, '/people/invitations', { email, role: 'agent' })).link;
  }

  async arrive(stage: Stage, server: ServerProcess, link: string, given: object): Promise<void> {
    stage.confidences.tell(password);
    const token = new URL(link).pathname.split('/').at(-1) ?? '';
    await this.post(server, `/invitations/${token}`, { ...given, password });
  }

  async post<T>(server: ServerProcess, path: string, body: object): Promise<T> {
    return this.#ask<T>(server, path, { method: 'POST', body: JSON.stringify(body) });
  }

  async get<T>(server: ServerProcess, path: string): Promise<T> {
    return this.#ask<T>(server, path, {});
  }

  async #ask<T>(server: ServerProcess, path: string, asked: RequestInit): Promise<T> {
    const answer = await fetch(`${server.address}/api/v1${path}`, {
      ...asked,
      headers: { 'content-type': 'application/json', cookie: `__Host-heyword=${this.secret}` },
    });
    const body: unknown = await answer.json();
    expect({ path, status: answer.status, body }).toMatchObject({ status: 200 });
    const kept = /__Host-heyword=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (kept !== undefined) this.secret = kept;
    return body as T;
  }
}
