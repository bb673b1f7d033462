import { describe, expect, it } from 'vitest';
import { readFiles } from '../reading.js';

/** A look-up of these lines, the first of which is line 4 of workspace.yaml. */
function read(lines: string, more = '') {
  const indented = lines.trim().replaceAll(/^/gmu, '    ');
  const text = `brand: Studio Nord\nlookups:\n  order_status:\n${indented}\n${more}`;
  const { issues, workspaces } = readFiles({ 'workspace.yaml': text });
  return {
    problems: issues.map(({ line, column, code }) => `${line}:${column} ${code}`),
    lookup: workspaces[0]?.definition.lookups[0],
  };
}

const sound = `url: "https://api.example.com/orders/{{input.order}}"
takes: order
result: { status: order.status }`;

describe('a look-up in workspace.yaml', () => {
  it('needs an address and what is taken from the answer', () => {
    expect(read(sound)).toEqual({
      problems: [],
      lookup: {
        name: 'order_status',
        url: 'https://api.example.com/orders/{{input.order}}',
        method: 'GET',
        headers: {},
        body: null,
        takes: ['order'],
        timeout: 4_000,
        cache: null,
        results: { status: ['order', 'status'] },
        notFound: [404],
      },
    });
  });

  it('may say everything else', () => {
    const { problems, lookup } = read(`url: https://api.example.com/tickets
method: POST
headers: { Authorization: Bearer $HELP_TOKEN, X-Source: chat }
body: { text: "{{input.text}}", tags: [chat, "{{input.kind}}"], urgent: true }
takes: [text, kind]
timeout: 10s
result: { reference: "tickets[0].id" }
not_found: [404, 410]`);
    expect(problems).toEqual([]);
    expect(lookup).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer $HELP_TOKEN', 'x-source': 'chat' },
      body: { text: '{{input.text}}', tags: ['chat', '{{input.kind}}'], urgent: true },
      timeout: 10_000,
      results: { reference: ['tickets', 0, 'id'] },
      notFound: [404, 410],
    });
  });

  it.each<[string, string, string]>([
    ['no address', 'api.example.com/orders', '4:10 bad-address'],
    ['another scheme', 'ftp://api.example.com/', '4:10 bad-address'],
    ['a fragment', 'https://api.example.com/#top', '4:10 bad-address'],
    ['dots in its path', 'https://api.example.com/a/../b', '4:10 bad-address'],
    ['plain http', 'http://api.example.com/', '4:10 insecure-address'],
    ['a user name', 'https://me:x@api.example.com/', '4:10 secret-in-file'],
    ['a host that is not said', 'https://{{input.order}}/', '4:10 placeholder-not-here'],
    ['a host that goes on', 'https://api.example.com{{input.order}}', '4:10 placeholder-not-here'],
    ['a port that is not said', 'https://api.example.com:{{input.order}}/', '4:10 placeholder-not-here'],
    ['an answer in it', 'https://api.example.com/{{answer.order}}', '4:10 bad-placeholder'],
    ['braces that are left open', 'https://api.example.com/{{input.order', '4:10 bad-placeholder'],
    ['an address on the server itself', 'http://localhost:8080/{{input.order}}', '4:10 local-address'],
  ])('is shown where its address is wrong: %s', (_, url, problem) => {
    const { problems } = read(`url: "${url}"\ntakes: order\nresult: { status: status }`);
    expect(problems).toContain(problem);
  });

  it.each<[string, string, readonly string[]]>([
    ['a secret in the clear', `${sound}\nheaders: { Authorization: Bearer abc }`, ['7:31 secret-in-file']],
    ['a header of the connection', `${sound}\nheaders: { Host: evil.example }`, ['7:22 bad-header']],
    ['a header that is no name', `${sound}\nheaders: { "X Y": a }`, ['7:23 bad-header']],
    ['an input in a header', `${sound}\nheaders: { X-Order: "{{input.order}}" }`, ['7:25 bad-header']],
    ['a body without a POST', `${sound}\nbody: { a: 1 }`, ['7:11 unexpected-body']],
    [
      'something else in the body',
      `${sound}\nmethod: POST\nbody: { a: "{{answer.x}}" }`,
      ['8:11 bad-placeholder'],
    ],
    ['an input that it does not take', sound.replace('takes: order\n', ''), ['4:10 unknown-lookup-input']],
    [
      'an input that it does not show',
      sound.replace('takes: order', 'takes: [order, size]'),
      ['5:20 unused-input'],
    ],
    ['a result that leads nowhere', sound.replace('order.status', 'order..status'), ['6:23 bad-path']],
    ['a result that cannot be a name', sound.replace('{ status:', '{ Status:'), ['6:23 bad-name']],
    ['too much patience', `${sound}\ntimeout: 5m`, ['7:14 time-too-long']],
    ['too long a memory', `${sound}\ncache: 2d`, ['7:12 time-too-long']],
    ['a POST from memory', `${sound}\nmethod: POST\ncache: 5m`, ['8:12 post-is-not-cached']],
    ['a success that means nothing', `${sound}\nnot_found: 200`, ['7:16 bad-number']],
    ['a key that means nothing', `${sound}\nretries: 3`, ['7:5 unknown-key']],
    ['no results', `url: https://api.example.com/`, ['4:5 missing-key']],
  ])('is shown where it is wrong: %s', (_, lines, problems) => {
    expect(read(lines).problems).toEqual(problems);
  });
});

describe('a result', () => {
  it.each(['a', 'a.b', 'a[0]', 'a[0][12].b-c', '[0].a', 'Ä.ö'])('is found at %s', (path) => {
    expect(read(sound.replace('order.status', `"${path}"`)).problems).toEqual([]);
  });

  it.each(['.a', 'a.', 'a..b', 'a[x]', 'a[0', 'a[0]b', 'a b', 'a.[0]'])('is not found at %s', (path) => {
    expect(read(sound.replace('order.status', `"${path}"`)).problems).toEqual(['6:23 bad-path']);
  });
});
