import type { ClientBase, QueryConfig } from 'pg';
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

  /** As `allAnswered`, of what was sent since this was last asked. */
  async answered(): Promise<void> {
    const answers = this.#answers;
    this.#answers = [];
    await allAnswered(answers);
  }
}

/**
 * The answers to what was asked on one connection without waiting in between. When this settles nothing of it is under way any
 * more, so that a rollback is the last that the transaction says. Rejects with the fault that the others followed from.
 */
export async function allAnswered<Answers extends readonly Promise<unknown>[]>(
  answers: readonly [...Answers],
): Promise<{ -readonly [Place in keyof Answers]: Awaited<Answers[Place]> }> {
  const endings = await Promise.allSettled(answers);
  const faults = endings.flatMap((ending): readonly unknown[] =>
    ending.status === 'rejected' ? [ending.reason] : [],
  );
  if (faults.length > 0) throw faults.find((fault) => !isConsequence(fault)) ?? faults[0];
  return Promise.all(answers);
}
