import type pg from 'pg';
import type { CouponDraw } from '../store.js';
import type { FirstLeft } from '../transactions/first-left.js';
import { inTransaction } from './in-transaction.js';

/** Codes that are looked at in one statement. */
const atOnce = 200;

interface Thread {
  readonly number: number;
  readonly workspace: string;
  readonly account: string;
}

interface DrawParts {
  readonly pool: pg.Pool;
  readonly firstLeft: FirstLeft;
}

/**
 * Draws under the lock of the conversation. Two draws that want the same code meet at its unique key: the second waits for
 * the first, and takes the next. A draw holds nothing that another one waits for but that code, so none waits in a circle.
 */
export function drawCoupon({ pool, firstLeft }: DrawParts, draw: CouponDraw): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const thread = await lockThread(client, draw);
    if (thread === undefined) return null;
    const own = await findOwn(client, thread, draw);
    const answered = own.find(({ requestId }) => requestId === draw.requestId);
    if (answered !== undefined || own.length >= draw.perContact) return (answered ?? own[0])?.code ?? null;
    return giveNext(client, thread, draw, firstLeft);
  });
}

async function lockThread(
  client: pg.ClientBase,
  { conversationId }: CouponDraw,
): Promise<Thread | undefined> {
  const { rows } = await client.query<Thread>({
    name: 'lock_drawing_conversation',
    text: 'select number, workspace, account from conversations where id = $1 for update',
    values: [conversationId],
  });
  return rows[0];
}

/** The last one first. */
async function findOwn(
  client: pg.ClientBase,
  { number }: Thread,
  { list }: CouponDraw,
): Promise<readonly { readonly code: string; readonly requestId: string | null }[]> {
  const { rows } = await client.query<{ code: string; requestId: string | null }>({
    name: 'find_own_coupons',
    text: `select code, request_id as "requestId" from coupons
      where conversation = $1 and list = $2 order by sequence desc`,
    values: [number, list],
  });
  return rows;
}

/** The first that nobody has, looked for in the order of the list. */
async function giveNext(
  client: pg.ClientBase,
  thread: Thread,
  draw: CouponDraw,
  firstLeft: FirstLeft,
): Promise<string | null> {
  const { codes } = draw;
  for (let place = firstLeft.of(codes); place < codes.length; place += atOnce) {
    const left = await findLeft(client, thread, draw, codes.slice(place, place + atOnce));
    for (const code of left) if (await give(client, thread, draw, code)) return code;
    // What others have given is seen here only once it is committed.
    if (left.length === 0) firstLeft.note(codes, place + atOnce);
  }
  return null;
}

async function findLeft(
  client: pg.ClientBase,
  { workspace }: Thread,
  { list }: CouponDraw,
  codes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string }>({
    name: 'find_codes_left',
    text: `select wanted.code from unnest($3::text[]) with ordinality as wanted (code, place)
      where not exists (select 1 from coupons c where c.workspace = $1 and c.list = $2 and c.code = wanted.code)
      order by place`,
    values: [workspace, list, codes],
  });
  return rows.map(({ code }) => code);
}

/** False: somebody else has got it meanwhile. */
async function give(
  client: pg.ClientBase,
  { number, workspace, account }: Thread,
  { list, requestId, now }: CouponDraw,
  code: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'give_coupon',
    text: `insert into coupons (workspace, account, list, code, conversation, request_id, given_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [workspace, account, list, code, number, requestId, now],
  });
  return rowCount === 1;
}
