import type { Client, ClientBase, QueryConfig } from 'pg';
import { isConsequence } from './faults.js';

/**
 * Statements of one connection, each sent without waiting for the answers to those before it: a round trip takes longer than
 * what most of them do. PostgreSQL carries them out in the order in which they were sent, and after one that failed refuses
 * all others of the transaction. Measured by `npm run bench`.
 */
export class Pipeline {
  readonly #client: ClientBase;
  #answers: Promise<unknown>[] = [];

  constructor(client: ClientBase) {
    this.#client = client;
  }

  send(statement: QueryConfig): void {
    const answer = this.#client.query(statement);
    // Whoever sends looks at the answers later, or, having failed at something else, never.
    answer.catch(() => undefined);
    this.#answers.push(answer);
  }

  /** As `askTogether`, of what was sent since this was last asked. */
  async answered(): Promise<void> {
    const answers = this.#answers;
    this.#answers = [];
    await allOf(answers);
  }
}

type Answered<Asked extends readonly Promise<unknown>[]> = {
  -readonly [Place in keyof Asked]: Awaited<Asked[Place]>;
};

/**
 * Asks several things on one connection without waiting in between; what each asks before it waits for the first time goes off
 * in one packet. When this settles nothing of it is under way any more, so that a rollback is the last that the transaction
 * says. Rejects with the fault that the others followed from.
 */
export async function askTogether<Asked extends readonly Promise<unknown>[]>(
  { connection: { stream } }: Client,
  ask: () => readonly [...Asked],
): Promise<Answered<Asked>> {
  stream.cork();
  let asked: readonly [...Asked];
  try {
    asked = ask();
  } finally {
    stream.uncork();
  }
  return allOf(asked);
}

async function allOf<Asked extends readonly Promise<unknown>[]>(
  answers: readonly [...Asked],
): Promise<Answered<Asked>> {
  const endings = await Promise.allSettled(answers);
  const faults = endings.flatMap((ending): readonly unknown[] =>
    ending.status === 'rejected' ? [ending.reason] : [],
  );
  if (faults.length > 0) throw faults.find((fault) => !isConsequence(fault)) ?? faults[0];
  return Promise.all(answers);
}
