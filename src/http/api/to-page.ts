import type { Page } from '../../store/reads.js';

/** Reads what a listing's query says of paging as the store's page. */
export function toPage({
  cursor,
  limit,
}: {
  readonly cursor?: string | undefined;
  readonly limit: number;
}): Page {
  return { after: cursor ?? null, limit };
}
