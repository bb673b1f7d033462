import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Reads, StepReach } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** How many messages are read at once. */
const messagePage = 5_000;

/**
 * Read page by page, in the table's own order, so that whoever writes meanwhile waits for no page longer than for any
 * other. Both engines read a JSON document's texts by the same operator.
 */
export function prepareStepReach(db: SharedDatabase, { messages }: Tables): Pick<Reads, 'stepReach'> {
  const { sequence, workspace, speaker, conversation, direction } = messages;
  const spoken = (key: 'kind' | 'flow' | 'step'): SQL<string> =>
    sql<string>`${speaker} ->> ${sql.raw(`'${key}'`)}`;
  const isFlows = and(eq(direction, 'out'), eq(spoken('kind'), 'flow'));
  const page = prepareQuery(
    'step_reach',
    db
      .select({ sequence, workspace, flow: spoken('flow'), step: spoken('step'), conversation })
      .from(messages)
      .where(and(isFlows, gt(sequence, sql.placeholder('after'))))
      .orderBy(asc(sequence))
      .limit(messagePage),
  );
  return {
    async stepReach() {
      const spokenTo = new Map<string, SpokenTo>();
      for (let after = 0, isLast = false; !isLast;) {
        const rows = await page({ after });
        for (const { conversation: whom, workspace: where, flow, step } of rows) {
          note(spokenTo, { workspace: where, flow, step }, whom);
        }
        after = rows.at(-1)?.sequence ?? after;
        isLast = rows.length < messagePage;
      }
      return [...spokenTo.values()].map(({ place, whom }) => ({ ...place, contacts: whom.size }));
    },
  };
}

type StepPlace = Omit<StepReach, 'contacts'>;

interface SpokenTo {
  readonly place: StepPlace;
  /** A contact has one conversation. */
  readonly whom: Set<number>;
}

function note(spokenTo: Map<string, SpokenTo>, place: StepPlace, conversation: number): void {
  const key = [place.workspace, place.flow, place.step].join('\0');
  const known = spokenTo.get(key) ?? { place, whom: new Set() };
  known.whom.add(conversation);
  spokenTo.set(key, known);
}
