import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** Events that are facts of a conversation's story, beside its lines: what people did to it, and who has it. */
const factKinds = [
  'personTookOver',
  'handedBack',
  'handoffResolved',
  'handoffAssigned',
  'handoffSnoozed',
  'tagsChanged',
  'contactBlocked',
  'threadControlChanged',
] as const;

interface EventColumns {
  readonly kind: AnyColumn;
  readonly disposition: AnyColumn;
}

/** Says it in the same words to the index `events_told_as_facts` and to those who want to find by it. */
export function isToldAsFact({ kind, disposition }: EventColumns): SQL {
  const kinds = sql.raw(factKinds.map((one) => `'${one}'`).join(', '));
  return sql`(${kind} in (${kinds}) or ${disposition} = 'poison')`;
}
