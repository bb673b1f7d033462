/** Unguessable bytes. Handed in, so that a test can repeat itself. */
export type Random = (size: number) => Buffer;
