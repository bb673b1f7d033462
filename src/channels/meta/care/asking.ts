import type { AccountAccess } from '../../channel.js';
import { failureOfSilence, type SendFailure } from '../../failure.js';
import { asFields, type Fields } from '../../fields.js';
import type { Connection } from '../connection.js';
import type { MeaningOf } from '../error-table.js';
import { classifyAnswer } from '../errors.js';
import type { GraphClient } from '../graph.js';

/** An account that is looked at. */
export interface Asking {
  readonly graph: GraphClient;
  readonly connection: Connection;
  readonly account: AccountAccess;
  readonly signal: AbortSignal;
  /** What errors mean where the platform has codes of its own; left out: those of the Send API. */
  readonly meanings?: MeaningOf;
}

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export type Reply =
  { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly failure: SendFailure };

/** More than any list of settings has. */
const ANSWER_LIMIT = 1024 * 1024;

/** Asks the Graph API in the account's name. */
export async function ask(asking: Asking, question: Question): Promise<Reply> {
  const { graph, connection, signal, meanings } = asking;
  const { method = 'GET', ...rest } = question;
  const { endpoint, token } = connection;
  const answer = await graph.call({ method, endpoint, token, signal, answerLimit: ANSWER_LIMIT, ...rest });
  if (answer.kind !== 'answered') return { ok: false, failure: failureOfSilence(answer) };
  const fields = asFields(answer.body);
  const isGood = answer.status >= 200 && answer.status < 300 && fields !== null && !('error' in fields);
  return isGood ? { ok: true, fields } : { ok: false, failure: classifyAnswer(answer, meanings) };
}
