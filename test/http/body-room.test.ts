import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyRoom } from '../../src/http/body-room.js';
import { HttpProblem } from '../../src/http/problem.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Reads bodies in a room for two of 10 kB, and answers each once the gate is open. */
async function serve(): Promise<{
  readonly url: string;
  readonly held: () => number;
  readonly open: () => void;
}> {
  const room = new BodyRoom(40_000);
  let held = 0;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const server = createServer((incoming, response) => {
    const use = async (body: Buffer): Promise<number> => {
      held += 1;
      await gate;
      return body.length;
    };
    room.read(incoming, 100_000, use).then(
      (size) => response.end(String(size)),
      (error: unknown) => {
        response.statusCode = error instanceof HttpProblem ? error.status : 500;
        response.end();
      },
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, held: () => held, open };
}

const post = (url: string, size: number): Promise<number> =>
  request(url)
    .post('/')
    .send('x'.repeat(size))
    .then(({ status }) => status);

describe('the room for bodies', () => {
  it('is refused to those who come when it is full, and given again when others have left', async () => {
    const { url, held, open } = await serve();
    const first = [post(url, 10_000), post(url, 10_000)];
    await expect.poll(held).toBe(2);
    expect(await post(url, 10_000)).toBe(503);
    expect(await post(url, 1)).toBe(503);
    open();
    expect(await Promise.all(first)).toEqual([200, 200]);
    for (let times = 0; times < 5; times++) expect(await post(url, 30_000)).toBe(200);
  });

  it('is given back by a body that did not fit', async () => {
    const { url, open } = await serve();
    open();
    for (let times = 0; times < 5; times++) expect(await post(url, 50_000)).toBe(503);
    for (let times = 0; times < 5; times++) expect(await post(url, 200_000)).toBe(413);
    expect(await post(url, 30_000)).toBe(200);
  });
});
