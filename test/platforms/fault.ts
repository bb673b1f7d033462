/** How the fake platform can misbehave for one request. `delivered` says whether the contact gets the message anyway. */
export type Fault =
  /** A Graph API error; nothing is delivered. */
  | {
      readonly kind: 'error';
      readonly status?: number;
      readonly code: number;
      readonly subcode?: number;
      readonly transient?: boolean;
      /** Such as `{ 'retry-after': '30' }`, or the usage headers as JSON. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any answer at all: another status, no JSON, too much of it. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly delivered: boolean;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is reset: before the body is read, or after it, with the message delivered or not. */
  | { readonly kind: 'reset'; readonly after: 'head' }
  | { readonly kind: 'reset'; readonly after: 'body'; readonly delivered: boolean }
  /** The request is taken, and no answer ever comes. */
  | { readonly kind: 'silence'; readonly delivered: boolean }
  /** The usual answer, so many milliseconds late. */
  | { readonly kind: 'slow'; readonly ms: number };

export function isDelivered(fault: Fault | undefined): boolean {
  if (fault === undefined || fault.kind === 'slow') return true;
  return 'delivered' in fault && fault.delivered;
}

/** The body of an error as the Graph API writes it. */
export function graphErrorBody(fault: Extract<Fault, { kind: 'error' }>): string {
  const { code, subcode, transient } = fault;
  return JSON.stringify({
    error: {
      message: `(#${code}) The fake platform was told to refuse this`,
      type: 'OAuthException',
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(transient === undefined ? {} : { is_transient: transient }),
      fbtrace_id: 'FakeTraceOfMeta',
    },
  });
}
