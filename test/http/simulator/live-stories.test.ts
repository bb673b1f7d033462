import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, startHttpServer } from '../../../src/http/http-server.js';
import { createHouse, type House } from '../support/house.js';
import { contactNamed } from '../support/people.js';

interface Listener {
  readonly answer: IncomingMessage;
  readonly heard: () => string;
  readonly ended: () => boolean;
  readonly leave: () => void;
}

const opened: { readonly server: HttpServer; readonly house: House }[] = [];

afterEach(async () => {
  for (const { server, house } of opened.splice(0)) {
    house.closing.abort();
    await server.close();
  }
});

async function open(): Promise<{ readonly house: House; readonly port: number }> {
  const house = createHouse();
  const server = await startHttpServer(house.app, { host: '127.0.0.1', port: 0 });
  opened.push({ server, house });
  return { house, port: server.port };
}

function listen(port: number): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = get({ port, path: '/simulator/events', agent: false }, (answer) => {
      let text = '';
      let hasEnded = false;
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('close', () => (hasEnded = true));
      answer.on('error', () => undefined);
      resolve({ answer, heard: () => text, ended: () => hasEnded, leave: () => asked.destroy() });
    });
    asked.on('error', reject);
  });
}

describe('GET /simulator/events', () => {
  it('names the contact whose story has changed', async () => {
    const { house, port } = await open();
    const ana = contactNamed('Ana\n"Bo"');
    house.store.contacts.push(ana);
    const listener = await listen(port);
    expect(listener.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await expect.poll(listener.heard).toBe(': welcome\n\n');
    house.engine.changeStory(ana.conversationId);
    await expect.poll(listener.heard).toContain('event: story\ndata: {"contact":"Ana\\n\\"Bo\\""}\n\n');
  });

  it('sends everybody away when changes were missed, so that they come back and ask for everything', async () => {
    const { house, port } = await open();
    const listener = await listen(port);
    await expect.poll(listener.heard).toBe(': welcome\n\n');
    house.engine.changeStory(null);
    await expect.poll(listener.ended).toBe(true);
    const again = await listen(port);
    await expect.poll(again.heard).toBe(': welcome\n\n');
  });

  it('keeps silent about stories of other channels, and of nobody', async () => {
    const { house, port } = await open();
    house.store.contacts.push(contactNamed('Real', { channel: 'instagram' }), contactNamed('Ana'));
    const listener = await listen(port);
    house.engine.changeStory('conversation-of-Real');
    house.engine.changeStory('conversation-of-nobody');
    house.engine.changeStory('conversation-of-Ana');
    await expect.poll(listener.heard).toContain('"Ana"');
    expect(listener.heard().match(/event:/g)).toHaveLength(1);
    expect(listener.heard()).not.toContain('Real');
  });

  it('listens to the engine only while somebody listens to it', async () => {
    const { house, port } = await open();
    const others = house.engine.listeners.size;
    const [first, second] = await Promise.all([listen(port), listen(port)]);
    expect(house.engine.listeners.size).toBe(others + 1);
    first.leave();
    second.leave();
    await expect.poll(() => house.engine.listeners.size).toBe(others);
  });

  it('takes a hundred listeners, and sends the next one away', async () => {
    const { port } = await open();
    const listeners = await Promise.all(Array.from({ length: 100 }, () => listen(port)));
    const oneTooMany = await listen(port);
    expect(oneTooMany.answer.statusCode).toBe(503);
    listeners[0]?.leave();
    await expect
      .poll(async () => {
        const next = await listen(port);
        if (next.answer.statusCode !== 200) next.leave();
        return next.answer.statusCode;
      })
      .toBe(200);
  });

  it('ends when the server closes', async () => {
    const { house, port } = await open();
    const listener = await listen(port);
    house.closing.abort();
    await expect.poll(listener.ended).toBe(true);
    expect((await listen(port)).answer.statusCode).toBe(503);
  });
});
