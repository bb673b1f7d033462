import type { Request, RequestHandler, Response } from 'express';
import type { ParsedUpdate } from '../../channels/channel.js';
import type { Engine, ReceiveReport } from '../../engine/engine.js';
import { Overloaded } from '../../engine/overloaded.js';
import { StoreUnavailable } from '../../store/store.js';
import type { Metrics, WebhookOutcome, WebhookSourceName } from '../metrics.js';
import { HttpProblem } from '../problem.js';

export interface IntakeDeps {
  readonly engine: Pick<Engine, 'receive'>;
  readonly metrics: Pick<Metrics, 'webhookAnswered' | 'deliveryCommitted'>;
}

/**
 * Hands updates to the engine. Whoever answers 2xx waits for this first: it resolves after the durable commit (P1).
 * Null: there was nothing to hand over.
 * @throws {StoreUnavailable}
 * @throws {Overloaded}
 */
export async function takeIn(
  updates: readonly ParsedUpdate[],
  { engine, metrics }: IntakeDeps,
): Promise<ReceiveReport | null> {
  if (updates.length === 0) return null;
  const began = performance.now();
  const report = await engine.receive(updates);
  metrics.deliveryCommitted(report, (performance.now() - began) / 1000);
  return report;
}

/** Counts how a webhook was answered, whatever the answer is. */
export function counted(
  source: WebhookSourceName,
  { metrics }: IntakeDeps,
  answer: (request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    try {
      await answer(request, response);
      metrics.webhookAnswered(source, 'accepted');
    } catch (error) {
      metrics.webhookAnswered(source, outcomeOf(error));
      throw error;
    }
  };
}

const outcomes: Readonly<Record<number, WebhookOutcome>> = {
  400: 'malformed',
  401: 'bad_signature',
  413: 'too_large',
  503: 'overloaded',
};

function outcomeOf(error: unknown): WebhookOutcome {
  if (error instanceof StoreUnavailable) return 'unavailable';
  if (error instanceof Overloaded) return 'overloaded';
  return error instanceof HttpProblem ? (outcomes[error.status] ?? 'refused') : 'failed';
}
