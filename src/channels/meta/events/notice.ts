import { keepPayload } from '../../keep-payload.js';
import { type Item, type Reading, threadMoment } from './item.js';

const NAME = /^\w{1,64}$/;

/** Something in a thread that nothing acts on yet, kept as it came. What our own side did is named so: `own_reaction`. */
export function notice(name: string, payload: unknown, item: Item): Reading {
  const type = `${item.byOurSide ? 'own_' : ''}${NAME.test(name) ? name : 'unnamed'}`;
  return {
    key: `notice:${type}:${threadMoment(item)}`,
    content: {
      kind: 'platformNoticed',
      occurredAt: item.occurredAt,
      type,
      payload: keepPayload(payload),
    },
  };
}
