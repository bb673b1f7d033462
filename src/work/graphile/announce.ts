/** A statement that PostgreSQL plans once for each connection, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Runs a statement: on a connection that is in a transaction, or on any. */
export type Query = (statement: Statement) => Promise<{ readonly rows: readonly unknown[] }>;

/** A conversation for which there is something to do then, epoch ms. */
export interface DueConversation {
  readonly conversationId: string;
  readonly at: number;
}

/** The name of the task that serves a conversation. */
export const conversationTask = 'conversation';

/**
 * The most that the column holds. A job stands for rows of the store, which do not go away because we failed; it is
 * tried at ever longer intervals (six hours at the most) until it ends well.
 */
const maxAttempts = 32_767;

const specs = `
  array(
    select row('${conversationTask}', json_build_object('conversationId', due.id), null, to_timestamp(due.at / 1000),
      ${maxAttempts}, '${conversationTask}:' || due.id, null, null)::graphile_worker.job_spec
    from unnest($1::text[], $2::float8[]) as due (id, at))`;

const announced = `substr(key, ${conversationTask.length + 2}) as id`;

/** In place of a job that waits, and beside one that is being done. */
const replacing = {
  name: 'work_announce_due',
  text: `select ${announced} from graphile_worker.add_jobs(${specs}, false)`,
};

/** Leaves a job that waits as it is. */
const keeping = {
  name: 'work_announce_unless_announced',
  text: `select ${announced} from graphile_worker.add_jobs(${specs}, true)`,
};

/** The same, unless the job `$3` was replaced since it was fetched: then somebody who knows more has announced. */
const comingBack = {
  name: 'work_announce_come_back',
  text: `${keeping.text}
    where exists (select from graphile_worker._private_jobs where id = $3::bigint and key is not null)`,
};

/**
 * Announces conversations in the transaction that `query` runs in, so that job and cause are committed together. A job
 * that still waits is put off or brought forward to `at`: the caller, who holds the conversation's row lock, names the
 * earliest moment of all that is to come. One that is being done is done once more.
 */
export async function announceDue(query: Query, due: readonly DueConversation[]): Promise<void> {
  let left = new Map(due.map(({ conversationId, at }) => [conversationId, at]));
  while (left.size > 0) left = await add(query, replacing, left);
}

/** Announces conversations that have no job waiting; for callers who do not know all that is to come. */
export async function announceUnlessAnnounced(query: Query, due: readonly DueConversation[]): Promise<void> {
  let left = new Map(due.map(({ conversationId, at }) => [conversationId, at]));
  while (left.size > 0) left = await add(query, keeping, left);
}

/** Announces the conversation of a job under way anew, unless that was done since the job was fetched. */
export async function announceComeBack(query: Query, jobId: string, due: DueConversation): Promise<void> {
  await query({ ...comingBack, values: [[due.conversationId], [due.at], jobId] });
}

/**
 * Returns what was not added. Of a job that a worker fetches at this very moment `add_jobs` sees at first that it waits,
 * then that it does not, and passes over it in silence; a second call sees what it is.
 */
async function add(
  query: Query,
  statement: Pick<Statement, 'name' | 'text'>,
  due: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const { rows } = await query({ ...statement, values: [[...due.keys()], [...due.values()]] });
  const added = new Set(rows.map((row) => (row as { readonly id: string }).id));
  return new Map([...due].filter(([id]) => !added.has(id)));
}
