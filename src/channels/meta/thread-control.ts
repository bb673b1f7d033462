import type { AccountAccess, ControlResult, ThreadControl } from '../channel.js';
import { asFields } from '../fields.js';
import type { Connect } from './connection.js';
import { classifyAnswer } from './errors.js';
import { failureOfSilence } from '../failure.js';
import type { GraphClient } from './graph.js';

/**
 * Takes a thread from another app, passes it to the platform's own inbox, or gives it up, where conversation routing is
 * set up for the account. Control lapses after a day in which nothing is said.
 *
 * Source: Meta, Messenger Platform, conversation routing (platforms reference §3.2).
 */
export function createThreadControl(graph: GraphClient, connect: Connect, inboxApp: string): ThreadControl {
  const call = (
    edge: 'take_thread_control' | 'pass_thread_control' | 'release_thread_control',
    thread: AccountAccess & { readonly contactId: string },
    signal: AbortSignal,
    target?: string,
  ): Promise<ControlResult> => {
    const { endpoint, node, token } = connect(thread);
    const more = target === undefined ? {} : { target_app_id: target };
    const body = { recipient: { id: thread.contactId }, ...more };
    return judge(graph.call({ method: 'POST', endpoint, path: [node, edge], body, token, signal }));
  };
  return {
    take: (thread, signal) => call('take_thread_control', thread, signal),
    passToInbox: (thread, signal) => call('pass_thread_control', thread, signal, inboxApp),
    release: (thread, signal) => call('release_thread_control', thread, signal),
  };
}

async function judge(asked: ReturnType<GraphClient['call']>): Promise<ControlResult> {
  const answer = await asked;
  if (answer.kind !== 'answered') return { ok: false, explanation: failureOfSilence(answer).explanation };
  const isDone = answer.status === 200 && asFields(answer.body)?.['success'] === true;
  return isDone ? { ok: true } : { ok: false, explanation: classifyAnswer(answer).explanation };
}
