import type { OpenedMedia, WantedMedia } from '../channel.js';
import { asFields, readCount, readText } from '../fields.js';
import type { Transport } from '../transport.js';
import type { Line } from './send.js';

/** The one store of what is sent to us on WhatsApp, and the only place beside the Graph API that sees a token. */
export const MEDIA_URL = 'https://lookaside.fbsbx.com';

/** What WhatsApp takes of a document; everything else is smaller (platforms reference §6.5). */
const sizeLimit = 100 * 1024 * 1024;

export interface Store {
  readonly line: Line;
  readonly transport: Pick<Transport, 'download'>;
  /** {@link MEDIA_URL}, or what stands in for it. */
  readonly mediaUrl: string;
}

/**
 * Opens what was sent along. Its id gives an address that is good for five minutes; both want the number's token, which
 * is sent to WhatsApp's own store and nowhere else, whatever address a delivery or an answer names.
 *
 * Source: Meta, WhatsApp Cloud API, "Media".
 */
export async function openWhatsAppMedia(
  store: Store,
  { account, mediaId, url }: WantedMedia,
  signal: AbortSignal,
): Promise<OpenedMedia> {
  if (mediaId === null) return download(store, url, { token: account.token, signal });
  const { graph, endpoint } = store.line;
  const { accountId, token } = account;
  const query = { phone_number_id: accountId };
  const answer = await graph.call({ method: 'GET', endpoint, path: [mediaId], query, token, signal });
  if (answer.kind !== 'answered') return { ok: false, reason: 'unavailable' };
  const file = asFields(answer.body);
  if (answer.status === 404 || isUnknown(file?.['error'])) return { ok: false, reason: 'expired' };
  const address = readText(file?.['url']);
  if (answer.status !== 200 || address === null) return { ok: false, reason: 'unavailable' };
  if ((readCount(file?.['file_size']) ?? 0) > sizeLimit) return { ok: false, reason: 'too_large' };
  return download(store, address, { token, signal });
}

/** Error 100/33: no such object, as that of a file which was deleted after 30 days. */
function isUnknown(error: unknown): boolean {
  const fields = asFields(error);
  return fields?.['code'] === 100 && fields['error_subcode'] === 33;
}

interface Permit {
  readonly token: string;
  readonly signal: AbortSignal;
}

async function download(
  { transport, mediaUrl }: Store,
  address: string | null,
  { token, signal }: Permit,
): Promise<OpenedMedia> {
  if (address === null || !URL.canParse(address)) return { ok: false, reason: 'unavailable' };
  const { origin, pathname, search, username, password } = new URL(address);
  const isTheStore = origin === new URL(mediaUrl).origin && username === '' && password === '';
  if (!isTheStore) return { ok: false, reason: 'foreign_host' };
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'Heyword' };
  return transport.download({
    baseUrl: origin,
    path: `${pathname}${search}`,
    headers,
    limit: sizeLimit,
    signal,
  });
}
