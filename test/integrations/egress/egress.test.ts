import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createEgress,
  type EgressAnswer,
  type EgressParts,
} from '../../../src/integrations/egress/egress.js';
import { openLoopbackServer, type LoopbackServer } from '../loopback-server.js';

const servers: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: RequestListener, address?: string): Promise<LoopbackServer> {
  const server = await openLoopbackServer(answer, address);
  servers.push(server);
  return server;
}

const json: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"status":"shipped"}');
};

interface Asking extends EgressParts {
  readonly method?: 'GET' | 'POST';
  readonly hosts?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeout?: number;
}

function ask(url: string, asking: Asking = {}): Promise<EgressAnswer> {
  const { method = 'GET', hosts, headers = {}, body = null, timeout = 2_000, ...parts } = asking;
  const known = hosts ?? (URL.canParse(url) ? [new URL(url).hostname] : []);
  return createEgress(parts).ask({ method, url, hosts: new Set(known), headers, body, timeout });
}

/** Asks a server on this machine that the operator vouches for. */
function askAllowed({ port }: LoopbackServer, path = '/', asking: Asking = {}): Promise<EgressAnswer> {
  return ask(`http://127.0.0.1:${port}${path}`, { allowed: [`127.0.0.1:${port}`], ...asking });
}

describe('a request that may be made', () => {
  it('brings the document back', async () => {
    const server = await serve(json);
    expect(await askAllowed(server, '/orders/1?a=b')).toEqual({
      kind: 'answered',
      status: 200,
      document: { status: 'shipped' },
    });
    expect(server.seen).toMatchObject([{ method: 'GET', path: '/orders/1?a=b', body: '' }]);
  });

  it('sends a body as JSON, and says no more of itself than it must', async () => {
    const server = await serve(json);
    await askAllowed(server, '/', {
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer s' },
    });

    const [{ headers, body } = { headers: {}, body: '' }] = server.seen;
    expect(body).toBe('{"a":1}');
    expect(Object.keys(headers).sort()).toEqual(
      [
        ...['accept', 'accept-encoding', 'authorization', 'connection'],
        ...['content-length', 'content-type', 'host', 'user-agent'],
      ].sort(),
    );
    expect(headers).toMatchObject({ 'accept-encoding': 'identity', 'user-agent': 'Heyword' });
  });

  it('goes to the address that was looked at, and asks for it once', async () => {
    const server = await serve(json);
    const answers = ['127.0.0.1', '127.0.0.9'];
    const asked: string[] = [];
    const resolve = (name: string) => {
      asked.push(name);
      return Promise.resolve([answers.shift() ?? '']);
    };
    const place = `shop.internal:${server.port}`;
    expect(await ask(`http://${place}/`, { allowed: [place], resolve })).toMatchObject({ kind: 'answered' });
    expect(asked).toEqual(['shop.internal']);
    expect(server.seen[0]?.headers.host).toBe(place);
  });

  it.each([404, 500])('tells the status %i without a look at what is said with it', async (status) => {
    const server = await serve((_request, response) => {
      response.statusCode = status;
      response.end('<html>Oh no');
    });
    expect(await askAllowed(server)).toEqual({ kind: 'answered', status, document: null });
  });

  it('has no document where there is no content', async () => {
    const server = await serve((_request, response) => {
      response.statusCode = 204;
      response.end();
    });
    expect(await askAllowed(server)).toEqual({ kind: 'answered', status: 204, document: null });
  });

  it('uses no proxy that the environment names', async () => {
    const [server, proxy] = [await serve(json), await serve(json)];
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
    for (const name of names) process.env[name] = `http://127.0.0.1:${proxy.port}`;
    try {
      await askAllowed(server);
    } finally {
      for (const name of names) Reflect.deleteProperty(process.env, name);
    }
    expect([server.seen.length, proxy.seen.length]).toEqual([1, 0]);
  });
});

describe('a request that may not be made', () => {
  it.each<[string, string, string]>([
    ['another scheme', 'ftp://api.example.com/', 'bad_address'],
    ['a file', 'file:///etc/passwd', 'bad_address'],
    ['no address', 'api.example.com', 'bad_address'],
    ['plain http', 'http://api.example.com/', 'not_https'],
    ['another port', 'https://api.example.com:8443/', 'port'],
    ['a user name', 'https://me@api.example.com/', 'credentials_in_address'],
    ['a password', 'https://:secret@api.example.com/', 'credentials_in_address'],
    ['loopback', 'https://127.0.0.1/', 'private_address'],
    ['loopback, shortened', 'https://127.1/', 'private_address'],
    ['loopback as one number', 'https://2130706433/', 'private_address'],
    ['loopback in hexadecimal', 'https://0x7f.1/', 'private_address'],
    ['loopback in octal', 'https://0177.0.0.1/', 'private_address'],
    ['loopback, mapped', 'https://[::ffff:127.0.0.1]/', 'private_address'],
    ['IPv6 loopback', 'https://[::1]/', 'private_address'],
    ['cloud metadata', 'https://169.254.169.254/latest/', 'private_address'],
    ['NAT64', 'https://[64:ff9b::7f00:1]/', 'private_address'],
    ['6to4', 'https://[2002:7f00:1::]/', 'private_address'],
  ])('is refused: %s', async (_, url, reason) => {
    const resolve = () => Promise.reject(new Error('Nobody is to be asked.'));
    expect(await ask(url, { resolve })).toEqual({ kind: 'refused', reason });
  });

  it('is refused to a host that nobody declared, however it is written', async () => {
    for (const url of [
      'https://evil.example/',
      'https://api.example.com.evil.example/',
      'https://api.example.com@evil.example/',
    ]) {
      const answer = await ask(url, { hosts: ['api.example.com'] });
      expect(answer.kind).toBe('refused');
    }
  });

  it.each<[string, readonly string[]]>([
    ['loopback', ['127.0.0.1']],
    ['a private one among public ones', ['93.184.216.34', '10.0.0.1']],
    ['a mapped one', ['::ffff:127.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['something that is no address', ['localhost']],
  ])('is refused where the name means %s', async (_, addresses) => {
    const server = await serve(json);
    const resolve = () => Promise.resolve(addresses);
    const answer = await ask(`https://api.example.com:${server.port}/`, { resolve, ports: [server.port] });

    expect(answer).toEqual({ kind: 'refused', reason: 'private_address' });
    expect(server.seen).toEqual([]);
  });

  it('is refused on another port of a host that is allowed, and on another host', async () => {
    const server = await serve(json);
    const allowed = [`127.0.0.1:${server.port + 1}`, `localhost:${server.port}`];
    expect(await ask(`http://127.0.0.1:${server.port}/`, { allowed })).toEqual({
      kind: 'refused',
      reason: 'not_https',
    });
    expect(server.seen).toEqual([]);
  });
});

describe('an answer that is not taken', () => {
  it.each([301, 302, 303, 307, 308])('leads elsewhere: %i', async (status) => {
    const inner = await serve(json);
    const server = await serve((_request, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${inner.port}/` }).end();
    });
    expect(await askAllowed(server)).toEqual({ kind: 'failed', reason: 'redirected' });
    expect(inner.seen).toEqual([]);
  });

  it('is larger than we read, as it says itself', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999999999' });
      response.write('{');
    });
    expect(await askAllowed(server)).toEqual({ kind: 'failed', reason: 'too_large' });
  });

  it('is larger than we read, and goes on for ever', async () => {
    let isOpen = true;
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.on('close', () => (isOpen = false));
      const pour = (): void => {
        if (isOpen) response.write(' '.repeat(64 * 1024), () => setImmediate(pour));
      };
      pour();
    });
    expect(await askAllowed(server)).toEqual({ kind: 'failed', reason: 'too_large' });
  });

  it('is packed, though we asked for it plain', async () => {
    const bomb = gzipSync(JSON.stringify({ status: 'x'.repeat(20_000_000) }));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await askAllowed(server)).toEqual({ kind: 'failed', reason: 'not_json' });
  });

  it.each<[string, string, string | Buffer]>([
    ['a page', 'text/html', '<html>'],
    ['JSON that does not say so', 'text/plain', '{}'],
    ['something that says so', 'application/json', '<html>'],
    ['half of a document', 'application/json', '{"a":'],
    ['bytes that are no text', 'application/json', Buffer.from([0x22, 0xff, 0x22])],
  ])('is no JSON: %s', async (_, type, body) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    expect(await askAllowed(server)).toEqual({ kind: 'failed', reason: 'not_json' });
  });

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    [
      'drips',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('takes too long: it %s', async (_, answer) => {
    const server = await serve(answer);
    expect(await askAllowed(server, '/', { timeout: 150 })).toEqual({ kind: 'failed', reason: 'timed_out' });
  });

  it('takes too long: nobody says where the host is', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const answer = await ask('https://api.example.com/', { resolve, timeout: 100 });
    expect(answer).toEqual({ kind: 'failed', reason: 'timed_out' });
  });

  it('does not come: nobody knows the name, nobody listens, or the connection breaks', async () => {
    const unknown = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await ask('https://api.example.com/', { resolve: unknown })).toEqual({
      kind: 'failed',
      reason: 'unreachable',
    });

    const closed = await openLoopbackServer(json);
    await closed.close();
    expect(await askAllowed(closed)).toEqual({ kind: 'failed', reason: 'unreachable' });

    const rude = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    servers.push({ close: () => new Promise((resolve) => rude.close(() => resolve())) });
    const { port } = rude.address() as { port: number };
    expect(await ask(`http://127.0.0.1:${port}/`, { allowed: [`127.0.0.1:${port}`] })).toEqual({
      kind: 'failed',
      reason: 'unreachable',
    });
  });

  it('has a header that cannot be sent', async () => {
    const server = await serve(json);
    expect(await askAllowed(server, '/', { headers: { authorization: 'a\r\nHost: evil' } })).toEqual({
      kind: 'failed',
      reason: 'unreachable',
    });
    expect(server.seen).toEqual([]);
  });
});
