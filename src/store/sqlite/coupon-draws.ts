import { and, desc, eq, sql } from 'drizzle-orm';
import type { CouponDraw, Store } from '../store.js';
import { FirstLeft } from '../transactions/first-left.js';
import { conversations } from './schema/conversations.js';
import { coupons } from './schema/coupons.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import type { Write } from './group-commit.js';

/** One transaction a draw, and one writer: two draws never see the same code as the next. */
export function prepareDrawCoupon(db: Drizzle, write: Write): Store['drawCoupon'] {
  const { find, findOwn, isGiven, insert } = prepareStatements(db);
  const firstLeft = new FirstLeft();

  const draw = (wish: CouponDraw): Drawn => {
    const { conversationId, requestId, list, codes, perContact, now } = wish;
    const thread = find.get({ id: conversationId });
    if (thread === undefined) return { code: null, lookedTo: 0 };
    const { conversation, workspace, account } = thread;
    const own = findOwn.all({ conversation, list });
    const answered = own.find((one) => one.requestId === requestId);
    if (answered !== undefined || own.length >= perContact) {
      return { code: (answered ?? own[0])?.code ?? null, lookedTo: 0 };
    }
    for (let place = firstLeft.of(codes); place < codes.length; place += 1) {
      const code = codes[place] ?? '';
      if (isGiven.get({ workspace, list, code }) !== undefined) continue;
      insert({ workspace, account, list, code, conversation, requestId, givenAt: now });
      return { code, lookedTo: place };
    }
    return { code: null, lookedTo: codes.length };
  };

  return async (wish) => {
    const { code, lookedTo } = await write(() => draw(wish));
    firstLeft.note(wish.codes, lookedTo);
    return code;
  };
}

interface Drawn {
  readonly code: string | null;
  /** Everything before this place of the list is given. */
  readonly lookedTo: number;
}

function prepareStatements(db: Drizzle) {
  const { number: conversation, workspace, account, id } = conversations;
  return {
    find: db
      .select({ conversation, workspace, account })
      .from(conversations)
      .where(eq(id, sql.placeholder('id')))
      .prepare(),
    /** The last one first. */
    findOwn: db
      .select({ code: coupons.code, requestId: coupons.requestId })
      .from(coupons)
      .where(
        and(
          eq(coupons.conversation, sql.placeholder('conversation')),
          eq(coupons.list, sql.placeholder('list')),
        ),
      )
      .orderBy(desc(coupons.sequence))
      .prepare(),
    isGiven: db
      .select({ sequence: coupons.sequence })
      .from(coupons)
      .where(
        and(
          eq(coupons.workspace, sql.placeholder('workspace')),
          eq(coupons.list, sql.placeholder('list')),
          eq(coupons.code, sql.placeholder('code')),
        ),
      )
      .prepare(),
    insert: prepareInsert(db, coupons, ['sequence']),
  };
}
