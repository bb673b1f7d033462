import type { RequestListener } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect } from 'vitest';
import { openLoopbackServer } from '../integrations/loopback-server.js';
import { parseDocument } from 'yaml';
import type { ContactAnswer, HandoffAnswer } from './driver/api-answers.js';
import { it, sharedStage, type Stage, type StageOptions } from './driver/stage.js';

const shopToken = 'canary-shop-token-6ad41f';

const flowFile = (name: string, steps: string): string =>
  `flow: ${name}\ntitle: ${name}\nstart:\n  - keyword: ${name}\nsteps:\n${steps}`;

const flows = {
  parcel: flowFile(
    'parcel',
    `  - ask: What is the number of your order?
    save: number
    within: 20h
    otherwise: end
  - lookup: order_status
    with: { order: "{{answer.number}}" }
    found:
      - say: "It is {{answer.status}}."
    not_found:
      - say: There is no order of that number.
    failed:
      - say: I cannot look it up at the moment.
  - outcome: told
`,
  ),
  springtime: flowFile(
    'springtime',
    `  - coupon: springtime
    sold_out:
      - say: All codes are gone.
      - end
  - say: "Your code: {{answer.coupon}}"
  - outcome: given
`,
  ),
  complaint: flowFile('complaint', '  - escalate: complaints\n    note: It came in pieces.\n'),
  letter: flowFile('letter', '  - escalate: letters\n    note: It came in pieces.\n    priority: urgent\n'),
};

/** What the workspace of these tests gets beside its own. */
const sections = (port: number, timeout: string) => ({
  lookups: {
    order_status: {
      url: `http://127.0.0.1:${port}/orders/{{input.order}}`,
      takes: 'order',
      headers: { Authorization: 'Bearer $SHOP_TOKEN' },
      timeout,
      result: { status: 'order.status' },
    },
    open_ticket: {
      url: `http://127.0.0.1:${port}/tickets`,
      method: 'POST',
      takes: 'note',
      body: { text: '{{input.note}}' },
      result: { reference: 'ticket.id' },
    },
  },
  coupons: { springtime: { codes: 'coupons/springtime.txt' } },
  escalations: {
    complaints: { by: 'ticket', lookup: 'open_ticket', team: 'sales' },
    letters: { by: 'email', to: 'help@example.com', team: 'sales' },
  },
});

/** How the shop answers, in order; afterwards every order is shipped. */
let answers: RequestListener[] = [];

const tells =
  (document: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  };
const staysSilent: RequestListener = () => undefined;

const shop = await openLoopbackServer((request, response) => {
  (answers.shift() ?? tells({ order: { status: 'shipped' } }))(request, response);
});

/** @param patience How long a look-up waits for the shop. */
const optionsWith = (patience: string): StageOptions => ({
  isConnected: false,
  env: { SHOP_TOKEN: shopToken, EGRESS_ALLOW: `127.0.0.1:${shop.port}` },
  prepare: async (folder) => {
    await folder.edit('workspace.yaml', (text) => {
      const workspace = parseDocument(text);
      for (const [section, things] of Object.entries(sections(shop.port, patience)))
        for (const [name, thing] of Object.entries(things)) workspace.setIn([section, name], thing);
      return String(workspace);
    });
    for (const [name, text] of Object.entries(flows)) await folder.write(`${name}.yaml`, text);
    await mkdir(join(folder.path, 'coupons'), { recursive: true });
    await folder.write('coupons/springtime.txt', 'SUN-1\nSUN-2\n');
  },
});

const options = optionsWith('4s');
const shared = sharedStage(options);

/** What the shop has been asked in this test. */
let askedBefore = 0;
const asked = () => shop.seen.slice(askedBefore);

beforeEach(() => {
  answers = [];
  askedBefore = shop.seen.length;
});

afterAll(() => shop.close());

let sayings = 0;

/** Someone on the simulator. */
function visitor(stage: Stage, contact: string) {
  const story = async (): Promise<readonly { readonly direction: string; readonly text: string }[]> => {
    const answer = await stage.get(`/simulator/contacts/${contact}`);
    return ((await answer.json()) as { messages: { direction: string; text: string }[] }).messages;
  };
  const heard = async () =>
    (await story()).filter(({ direction }) => direction === 'out').map(({ text }) => text);
  return {
    heard,
    handoffs: async (): Promise<readonly HandoffAnswer[]> => {
      const reference = encodeURIComponent(`simulator/${contact}`);
      const { conversation_id } = await stage.api.read<ContactAnswer>(`/contacts/${reference}`);
      const open = await stage.api.handoffs('state=open&limit=100');
      return open.filter((one) => one.conversation_id === conversation_id);
    },
    says: async (text: string): Promise<void> => {
      sayings += 1;
      const saying = await fetch(`${stage.server.address}/webhooks/simulator`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ contact, id: `saying-${sayings}`, text }),
      });
      expect(saying.status).toBe(200);
    },
    hears: async (...texts: readonly (string | RegExp)[]): Promise<void> => {
      const expected = texts.map((text) => expect.stringMatching(text) as string);
      await expect.poll(heard, { timeout: 15_000 }).toEqual(expected);
    },
  };
}

describe('a look-up', () => {
  it('asks another system with its secret, and goes on with what that tells', async () => {
    const stage = shared();
    stage.confidences.tell(shopToken);
    const ana = visitor(stage, 'Ana');
    await ana.says('parcel');
    await ana.says('A/47 11');
    await ana.hears(/number of your order/u, 'It is shipped.');
    expect(asked()).toMatchObject([
      { method: 'GET', path: '/orders/A%2F47%2011', headers: { authorization: `Bearer ${shopToken}` } },
    ]);
    const figures = await stage.figures();
    expect([...figures.keys()].join('\n')).toContain('heyword_lookup_seconds');
  });

  it('goes another way where there is nothing, and where the other system is down', async () => {
    const stage = shared();
    answers = [tells({}, 404), tells({}, 500)];
    const [ana, ben] = [visitor(stage, 'Bea'), visitor(stage, 'Cleo')];
    for (const one of [ana, ben]) {
      await one.says('parcel');
      await one.says('4711');
      await expect.poll(one.heard, { timeout: 15_000 }).toHaveLength(2);
    }
    await ana.hears(/number/u, /no order of that number/u);
    await ben.hears(/number/u, /cannot look it up/u);
  });

  it('is given up when its time is over, and STOP does not wait for that', async () => {
    const stage = shared();
    answers = [staysSilent, staysSilent];
    const [ana, ben] = [visitor(stage, 'Dora'), visitor(stage, 'Ella')];
    for (const one of [ana, ben]) {
      await one.says('parcel');
      await one.says('4711');
    }
    await expect.poll(() => asked().length).toBe(2);
    await ben.says('STOP');
    await ben.hears(/number/u, /unsubscribed/u);
    await ana.hears(/number/u, /cannot look it up/u);
    expect(await ben.heard()).toHaveLength(2);
  });

  it('that a killed server had asked is asked again by the next one', async ({ openStage }) => {
    const stage = await openStage(optionsWith('30s'));
    answers = [staysSilent];
    const ana = visitor(stage, 'Fay');
    await ana.says('parcel');
    await ana.says('4711');
    await expect.poll(() => asked().length).toBe(1);
    await stage.killAndRestart();
    await ana.hears(/number/u, 'It is shipped.');
    expect(asked().map(({ path }) => path)).toEqual(['/orders/4711', '/orders/4711']);
  });

  it('reaches nothing on the machine itself that the operator has not allowed', async ({ openStage }) => {
    const stage = await openStage({ ...options, env: { ...options.env, EGRESS_ALLOW: '' } });
    const ana = visitor(stage, 'Gwen');
    await ana.says('parcel');
    await ana.says('4711');
    await ana.hears(/number/u, /cannot look it up/u);
    expect(asked()).toEqual([]);
  });

  it('whose secret is not set counts as failed, asks nobody, and is named', async ({ openStage }) => {
    const stage = await openStage({ ...options, env: { ...options.env, SHOP_TOKEN: '' } });
    const missing = { workspace: 'main', lookup: 'order_status', missing: ['SHOP_TOKEN'] };
    expect(await (await stage.get('/readyz')).json()).toMatchObject({
      ready: true,
      unaskable_lookups: expect.arrayContaining([missing]) as unknown,
    });
    await stage.server.output.waitFor(/"lookup":"order_status","missing":\["SHOP_TOKEN"\]/);
    const gus = visitor(stage, 'Gus');
    await gus.says('parcel');
    await gus.says('4711');
    await gus.hears(/number/u, /cannot look it up/u);
    expect(asked()).toEqual([]);
  });
});

describe('a coupon', () => {
  it('is given once, to one contact, also across a restart, until the list is empty', async ({
    openStage,
  }) => {
    const stage = await openStage(options);
    const [ana, ben, cem] = [visitor(stage, 'Hana'), visitor(stage, 'Ida'), visitor(stage, 'Jo')];
    await ana.says('springtime');
    await ana.hears('Your code: SUN-1');
    await stage.restart();
    await ben.says('springtime');
    await ben.hears('Your code: SUN-2');
    await cem.says('springtime');
    await cem.hears('All codes are gone.');
    await ana.says('springtime');
    await ana.hears('Your code: SUN-1', 'Your code: SUN-1');
  });
});

describe('an escalation', () => {
  it('opens a ticket elsewhere, tells its number, and is in the queue here under it', async () => {
    const stage = shared();
    answers = [tells({ ticket: { id: 'T-4711' } }, 201)];
    const ana = visitor(stage, 'Kim');
    await ana.says('complaint');
    await ana.hears(/T-4711/u);
    expect(asked()).toMatchObject([{ method: 'POST', body: '{"text":"It came in pieces."}' }]);
    expect(asked()[0]?.headers['idempotency-key']).toBeTruthy();
    expect(await ana.handoffs()).toMatchObject([
      { reason: 'escalated', reference: 'T-4711', priority: 'high', team: 'sales' },
    ]);
  });

  it('is in the queue here where the ticket could not be opened', async () => {
    const stage = shared();
    answers = [tells({}, 500)];
    const ana = visitor(stage, 'Lea');
    await ana.says('complaint');
    await ana.hears(/Someone from/u);
    expect(await ana.handoffs()).toMatchObject([
      { reason: 'escalated', note: 'It came in pieces.', priority: 'high' },
    ]);
  });

  it('by e-mail tells where to write and under which reference', async () => {
    const stage = shared();
    const ana = visitor(stage, 'Mia');
    await ana.says('letter');
    await ana.hears(/help@example\.com/u);
    const [handoff] = await ana.handoffs();
    expect(handoff).toMatchObject({ reason: 'escalated', priority: 'urgent' });
    expect((await ana.heard())[0]).toContain(handoff?.reference ?? '?');
  });
});
