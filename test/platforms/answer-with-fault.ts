import type { ServerResponse } from 'node:http';
import { type Fault, graphErrorBody } from './fault.js';

export interface FakeAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers as usual, or as the fault says. Platforms that write errors otherwise than Meta plan them as an `answer`. */
export function answerWithFault(
  response: ServerResponse,
  usual: FakeAnswer,
  fault: Exclude<Fault, { kind: 'error' }> | undefined,
): void {
  switch (fault?.kind) {
    case undefined:
      respond(response, usual);
      return;
    case 'slow':
      setTimeout(() => respond(response, usual), fault.ms);
      return;
    case 'answer':
      respond(response, fault);
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silence':
      return;
  }
}

function respond(response: ServerResponse, { status, body, headers = {} }: FakeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers }).end(body);
}

/** The faults that this can perform. */
export function exceptGraphErrors(fault: Fault | undefined): Exclude<Fault, { kind: 'error' }> | undefined {
  if (fault?.kind === 'error') throw new Error('an error of the Graph API can only come from Meta');
  return fault;
}

/** An error of the Graph API as the answer that it is. */
export function asAnswer(fault: Fault | undefined): Exclude<Fault, { kind: 'error' }> | undefined {
  if (fault?.kind !== 'error') return fault;
  const { status = 400, headers } = fault;
  const body = graphErrorBody(fault);
  return { kind: 'answer', status, body, delivered: false, ...(headers === undefined ? {} : { headers }) };
}
