import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fate } from './fate.js';
import { FaultProxy } from './fault-proxy.js';

/** A server that says `answer` to whatever it hears, behind a proxy; and who is connected to it through that. */
async function setUp(fate: Fate, answer = 'pong') {
  let heard = '';
  const endings: string[] = [];
  const server = createServer((socket) => {
    socket.on('data', (piece) => {
      heard += String(piece);
      socket.write(answer);
    });
    socket.on('error', () => undefined);
    socket.on('close', (hadError) => endings.push(hadError ? 'reset' : 'closed'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await FaultProxy.to((server.address() as AddressInfo).port, () => fate);
  const client = connect(proxy.port, '127.0.0.1');
  const seen = watch(client);
  onTestFinished(async () => {
    client.destroy();
    await proxy.close();
    server.close();
  });
  return { client, proxy, seen, heard: () => heard, endings };
}

function watch(client: Socket): { text: string; end: string | null } {
  const seen: { text: string; end: string | null } = { text: '', end: null };
  client.on('data', (piece) => (seen.text += String(piece)));
  client.on('error', (fault) => (seen.end = 'code' in fault ? String(fault.code) : 'error'));
  client.on('close', () => (seen.end ??= 'closed'));
  return seen;
}

describe('a connection', () => {
  it('is passed on as it is where nothing is to befall it', async () => {
    const { client, seen, heard, proxy, endings } = await setUp({ kind: 'pass' });
    client.write('ping');
    await expect.poll(() => seen.text).toBe('pong');
    expect(heard()).toBe('ping');
    client.end();
    await expect.poll(() => endings).toEqual(['closed']);
    expect(proxy.struck).toEqual([]);
  });

  it('is reset in the middle of what is asked, of which the rest is never heard', async () => {
    const fate = { kind: 'reset', at: { after: 3, of: 'asked' } } as const;
    const { client, seen, heard, proxy } = await setUp(fate);
    client.write('ping');
    await expect.poll(() => seen.end).toBe('ECONNRESET');
    expect('pin').toContain(heard());
    expect(proxy.struck).toEqual([fate]);
  });

  it('is reset before anything of the answer arrives, when everything was asked', async () => {
    const { client, seen, heard } = await setUp({ kind: 'reset', at: { after: 0, of: 'answered' } });
    client.write('ping');
    await expect.poll(() => seen.end).toBe('ECONNRESET');
    expect(heard()).toBe('ping');
    expect(seen.text).toBe('');
  });

  it('is reset at the words that are waited for, which are heard or not', async () => {
    for (const passed of [true, false]) {
      const at = { upon: 'commit', times: 2, passed };
      const { client, seen, heard } = await setUp({ kind: 'reset', at });
      client.write('commit');
      await expect.poll(() => seen.text).toBe('pong');
      client.write('commit');
      await expect.poll(() => seen.end).toBe('ECONNRESET');
      expect(heard()).toBe(passed ? 'commitcommit' : 'commit');
    }
  });

  it('is open for the one side and gone for the other', async () => {
    const { client, seen, endings } = await setUp({ kind: 'half_open', at: { after: 4, of: 'asked' } });
    client.write('ping');
    await expect.poll(() => endings).toHaveLength(1);
    client.write('ping');
    expect(seen.end).toBeNull();
  });

  it('swallows everything and tells nobody', async () => {
    const { client, seen, heard, endings } = await setUp({
      kind: 'black_hole',
      at: { after: 4, of: 'asked' },
    });
    client.write('ping');
    await expect.poll(() => heard()).toBe('ping');
    client.write('again');
    // What is asked by another way comes long after what was swallowed.
    const { client: other, seen: answered } = await setUp({ kind: 'pass' });
    other.write('ping');
    await expect.poll(() => answered.text).toBe('pong');
    expect([heard(), seen.end, endings]).toEqual(['ping', null, []]);
  });

  it('is slow, and loses nothing', async () => {
    for (const fate of [{ kind: 'delay', by: 5 } as const, { kind: 'throttle', bytes: 3 } as const]) {
      const { client, seen, heard, endings } = await setUp(fate, 'a long answer');
      client.write('a long question');
      await expect.poll(() => seen.text).toContain('a long answer');
      expect(heard()).toBe('a long question');
      client.end();
      await expect.poll(() => endings).toEqual(['closed']);
    }
  });
});
