import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { secrets } from '../../e2e/driver/secrets.js';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { delivery, newMid, signatureOf, thread } from '../../platforms/meta-payloads.js';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** A request that is none of the platform's, and how it is to be answered. */
interface Intrusion {
  readonly what: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly answered: readonly number[];
}

const json = { 'content-type': 'application/json' };
/** Whom the deliveries claim to be from. */
const forged = '6600000000001';
/** At the same time, of each kind. */
const atOnce = 5;
/** Connections that say a byte and then nothing. */
const slow = 200;

function sign(
  body: string | Buffer,
  secret: string = secrets.META_APP_SECRET,
): Readonly<Record<string, string>> {
  return { ...json, 'x-hub-signature-256': signatureOf(body, secret) };
}

/** What anybody may send who knows the address, and what somebody would who had stolen the secret. */
function intrusions(): readonly Intrusion[] {
  const { instagram } = accounts;
  const says = delivery(instagram, thread(instagram, forged).says('guide', { mid: newMid() }));
  const body = JSON.stringify(says);
  const good = sign(body)['x-hub-signature-256'] ?? '';
  const flipped = good.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const deep = `{"object":"page","entry":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
  const large = JSON.stringify({ object: 'page', pad: 'x'.repeat(5_000_000) });
  const withSignature = (signature: string) => ({ ...json, 'x-hub-signature-256': signature });
  return [
    { what: 'no signature', body, headers: json, answered: [401] },
    { what: 'a flipped bit', body, headers: withSignature(flipped), answered: [401] },
    { what: 'a short signature', body, headers: withSignature(good.slice(0, 20)), answered: [401] },
    { what: 'sha1', body, headers: withSignature(good.replace('sha256', 'sha1')), answered: [401] },
    { what: 'another secret', body, headers: sign(body, 'somebody else'), answered: [401] },
    {
      what: 'a body that was cut off',
      body: body.slice(0, -9),
      headers: sign(body.slice(0, -9)),
      answered: [400],
    },
    { what: 'a deep body', body: deep, headers: sign(deep), answered: [400] },
    { what: 'a large body', body: large, headers: sign(large), answered: [413] },
    { what: 'noise', body: randomBytes(512), headers: json, answered: [401] },
    {
      what: 'a gzip bomb',
      body: bomb,
      headers: { ...sign(bomb), 'content-encoding': 'gzip' },
      answered: [400, 401, 413, 415],
    },
  ];
}

async function intrude(scene: Scene): Promise<readonly string[]> {
  const all = Array.from({ length: atOnce }, intrusions).flat();
  const statuses = await Promise.all(all.map((one) => statusOf(scene, one)));
  const wrong = all.flatMap(({ what, answered }, place) => {
    const status = statuses[place] ?? 0;
    return answered.includes(status) ? [] : [`${what} was answered ${String(status)}`];
  });
  const contact = encodeURIComponent(`${accounts.instagram.name}/${forged}`);
  const known = await scene.reach().ask('GET', `/contacts/${contact}`);
  return [...wrong, ...(known?.status === 404 ? [] : ['somebody is known who never wrote'])];
}

/** 0: the connection was cut, as it may be in the middle of a body that is too large. */
async function statusOf({ server }: Scene, { body, headers, answered }: Intrusion): Promise<number> {
  try {
    const init = { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers };
    return (await fetch(`${server.address}/webhooks/meta`, init)).status;
  } catch {
    return answered.includes(413) ? 413 : 0;
  }
}

/** Everything at once, while slow clients hold connections open. */
function flood(): Trouble {
  let held: readonly ReturnType<typeof connect>[] = [];
  return {
    strike: ({ server }) => {
      const { port } = new URL(server.address);
      held = Array.from({ length: slow }, () => {
        const socket = connect(Number(port), '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write('P');
        return socket;
      });
    },
    look: intrude,
    lift: () => {
      for (const socket of held) socket.destroy();
    },
    lasts: 100,
  };
}

export const intruders: Scenario = {
  name: 'intruders',
  rows: [16, 17, 18, 20],
  title:
    'Wrong signatures, bodies that are cut off, deep, large or grow when unpacked, and clients that send one byte',
  engines: ['sqlite', 'postgres'],
  trials: { few: 3, record: 50 },
  run: (setting) => trouble(setting, { troubles: [flood()], isFelt: false }),
};
