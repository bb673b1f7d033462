import { failedLookup, type Lookup, type LookupAnswer } from '../../core/lookup.js';
import { readLookupAnswer } from '../../core/lookup-answer.js';
import { fillLookup, type LookupRequest } from '../../core/lookup-request.js';
import type { EngineMetrics } from '../../engine/metrics.js';
import type { LookupQuestion, Outside } from '../../engine/outside.js';
import type { Clock, EngineLog } from '../../engine/ports.js';
import type { Egress, EgressAnswer } from '../egress/egress.js';
import { AnswerCache } from './answer-cache.js';

export interface LookupParts {
  readonly egress: Egress;
  /** Value of an environment variable that a workspace names; undefined: not set. */
  readonly secret: (name: string) => string | undefined;
  readonly clock: Clock;
  readonly metrics: Pick<EngineMetrics, 'lookupEnded'>;
  readonly log: EngineLog;
}

/** Asks other systems what workspaces have declared. What they are told and what they tell is in no log. */
export function createLookups(parts: LookupParts): Outside {
  const cache = new AnswerCache();
  return {
    lookUp: async (question) => {
      const begun = performance.now();
      const answer = await lookUp(parts, cache, question).catch((err: unknown) => {
        parts.log.error({ err, ...namesOf(question) }, 'a look-up broke');
        return failedLookup;
      });
      parts.metrics.lookupEnded(namesOf(question), answer.result, (performance.now() - begun) / 1_000);
      return answer;
    },
  };
}

async function lookUp(
  parts: LookupParts,
  cache: AnswerCache,
  question: LookupQuestion,
): Promise<LookupAnswer> {
  const { lookup, inputs, workspace } = question;
  const request = fillLookup(lookup, inputs);
  if (request === null) {
    parts.log.warn(namesOf(question), 'a look-up cannot be asked with what it was told');
    return failedLookup;
  }
  const now = parts.clock.now();
  const known = cache.find(workspace, lookup, request.url, now);
  if (known !== null) return known;
  const answer = await ask(parts, question, request);
  if (answer.result !== 'failed') cache.keep(workspace, lookup, request.url, answer, parts.clock.now());
  return answer;
}

async function ask(
  parts: LookupParts,
  question: LookupQuestion,
  request: LookupRequest,
): Promise<LookupAnswer> {
  const { lookup } = question;
  const headers = withSecrets(lookup.headers, parts.secret);
  if (headers === null) {
    parts.log.warn({ ...namesOf(question), reason: 'missing_secret' }, 'a look-up was not made');
    return failedLookup;
  }
  const first = await send(parts, question, request, headers);
  // Only what changes nothing over there may be asked twice.
  const mayAskAgain = lookup.method === 'GET' && isBroken(first) && remaining(parts, question) > 0;
  const answer = mayAskAgain ? await send(parts, question, request, headers) : first;
  if (answer.kind === 'answered') {
    const read = readLookupAnswer(lookup, answer.status, answer.document);
    if (read.result === 'failed')
      parts.log.warn(
        { ...namesOf(question), status: answer.status },
        'a look-up was answered with nothing of use',
      );
    return read;
  }
  parts.log.warn(
    { ...namesOf(question), reason: answer.reason },
    `a look-up was ${answer.kind === 'refused' ? 'not made' : 'not answered'}`,
  );
  return failedLookup;
}

function isBroken(answer: EgressAnswer): boolean {
  return answer.kind === 'failed' && answer.reason === 'unreachable';
}

async function send(
  parts: LookupParts,
  question: LookupQuestion,
  { url, body }: LookupRequest,
  headers: Lookup['headers'],
): Promise<EgressAnswer> {
  const { lookup, requestId } = question;
  const timeout = remaining(parts, question);
  if (timeout <= 0) return { kind: 'failed', reason: 'timed_out' };
  return parts.egress.ask({
    method: lookup.method,
    url,
    hosts: new Set([hostOf(lookup)]),
    headers: {
      ...headers,
      ...(lookup.method === 'POST' ? { 'idempotency-key': requestId } : {}),
    },
    body,
    timeout,
  });
}

function remaining({ clock }: LookupParts, { deadline }: LookupQuestion): number {
  return deadline - clock.now();
}

/** As it stands in the file, before anything was filled in. */
function hostOf({ url }: Lookup): string {
  const [origin = ''] = /^[^/]*\/\/[^/?#]*/u.exec(url) ?? [];
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}

const secretName = /\$([A-Z][A-Z0-9_]*)/gu;

/** Null where the environment lacks a secret that they carry: half of a header is sent to nobody. */
function withSecrets(headers: Lookup['headers'], secret: LookupParts['secret']): Lookup['headers'] | null {
  const texts = Object.values(headers);
  const names = texts.flatMap((text) => [...text.matchAll(secretName)].map(([, name = '']) => name));
  if (names.some((name) => !secret(name))) return null;
  return Object.fromEntries(
    Object.entries(headers).map(([header, text]) => [
      header,
      text.replace(secretName, (_, name: string) => secret(name) ?? ''),
    ]),
  );
}

function namesOf({ workspace, lookup }: LookupQuestion) {
  return { workspace, lookup: lookup.name };
}
