const patienceMs = 15_000;

/** A request that brought nothing back; the message is fit for the reader of the page. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** The HTTP status, when there was an answer at all. */
  readonly status: number | undefined;

  constructor(message: string, options: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}

/** Fetches from our own origin and answers 2xx only. @throws {RequestFailed} for everything else. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await reach(path, init);
  if (response.ok) return response;
  throw new RequestFailed(await refusalOf(response), { status: response.status });
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    throw new RequestFailed(
      isTimeout ? 'The server did not answer in time.' : 'The server cannot be reached.',
      {
        cause: error,
      },
    );
  }
}

async function refusalOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { readonly error?: { readonly message?: string } } | null;
    return body?.error?.message ?? statusOf(response);
  } catch {
    return statusOf(response);
  }
}

function statusOf(response: Response): string {
  return `The server answered ${String(response.status)}.`;
}
