import { get, type IncomingMessage } from 'node:http';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EventStream } from '../../src/http/event-stream.js';
import { startHttpServer } from '../../src/http/http-server.js';

/** A server whose answers are streams, and the answer that a browser has begun to read. */
async function open(begin: (stream: EventStream) => void): Promise<IncomingMessage> {
  const app = express();
  app.get('/', (_request, response) => begin(new EventStream(response)));
  const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port: server.port, agent: false }, resolve).on('error', reject);
  });
  answer.on('error', () => undefined);
  onTestFinished(async () => {
    answer.destroy();
    await server.close();
  });
  return answer;
}

describe('a stream of events', () => {
  it('says them as browsers read them, whatever is in them', async () => {
    const answer = await open((stream) => {
      stream.comment('welcome');
      stream.tell({ name: 'story', data: { of: 'Ana\n\ndata: "Bo"' }, id: null });
      stream.tell({ name: 'reset', data: {}, id: 'n.1' });
      stream.end();
      stream.tell({ name: 'late', data: {}, id: null });
    });
    let text = '';
    for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
    expect(text).toBe(
      ': welcome\n\nevent: story\ndata: {"of":"Ana\\n\\ndata: \\"Bo\\""}\n\nid: n.1\nevent: reset\ndata: {}\n\n',
    );
  });

  it('lets go whoever reads too slowly, and keeps no more for them than it must', async () => {
    const data = 'x'.repeat(16 * 1024);
    let told = 0;
    let isClosed = false;
    let cuts = 0;
    const answer = await open((stream) => {
      stream.onClosed(() => (isClosed = true));
      stream.onCut(() => (cuts += 1));
      const go = (): void => {
        stream.tell({ name: 'much', data, id: null });
        told += 1;
        if (!isClosed) setImmediate(go);
      };
      go();
    });
    answer.pause();
    await expect.poll(() => isClosed, { timeout: 10_000 }).toBe(true);
    expect(cuts).toBe(1);
    expect(told * data.length).toBeLessThan(100 * 1024 * 1024);
  });

  it('hears that somebody has gone, also when they went before it listened', async () => {
    const heard: string[] = [];
    const streams: EventStream[] = [];
    const answer = await open((stream) => {
      streams.push(stream);
      stream.onClosed(() => void heard.push('in time'));
      stream.comment('welcome');
    });
    answer.destroy();
    await expect.poll(() => heard).toEqual(['in time']);
    streams[0]?.onClosed(() => void heard.push('too late'));
    expect(heard).toEqual(['in time', 'too late']);
  });
});
