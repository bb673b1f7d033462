/** Proves a claim. It begins with the number of its message, so that no index is needed to find that. */
export function claimToken(sequence: number, secret: string): string {
  return `${sequence}.${secret}`;
}

/** 0, which no message has, where it is no token of ours. */
export function sequenceIn(token: string): number {
  return Number.parseInt(token, 10) || 0;
}
