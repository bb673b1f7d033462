import type { OpenedMedia, WantedMedia } from '../channel.js';
import { asFields, readCount, readText } from '../fields.js';
import type { Transport } from '../transport.js';
import { type BotApi, inPath } from './bot-api.js';
import { readBotError } from './errors.js';

/** The most that getFile gives out. */
const sizeLimit = 20 * 1024 * 1024;

/** Folders and a name, as the Bot API writes them; nothing that would lead elsewhere. */
const filePath = /^(?!.*\.\.)[\w-][\w./-]{0,500}$/;

export interface MediaSource {
  readonly api: BotApi;
  readonly transport: Transport;
  /** `TELEGRAM_API_URL`: files come from the same host. */
  readonly baseUrl: string;
}

/**
 * Opens a file by its id. Its address holds the bot's token, so it is used here and shown to nobody.
 *
 * Source: Telegram Bot API 10.1, getFile (platforms reference §7.3).
 */
export async function openBotFile(
  { api, transport, baseUrl }: MediaSource,
  { account, mediaId }: WantedMedia,
  signal: AbortSignal,
): Promise<OpenedMedia> {
  if (mediaId === null) return { ok: false, reason: 'foreign_host' };
  const { token } = account;
  const answer = await api.call({ method: 'getFile', body: { file_id: mediaId }, token, signal });
  if (answer.kind !== 'answered') return { ok: false, reason: 'unavailable' };
  const file = asFields(asFields(answer.body)?.['result']);
  if (answer.status !== 200 || file === null) {
    const isTooBig = readBotError(answer).description.includes('file is too big');
    return { ok: false, reason: isTooBig ? 'too_large' : 'unavailable' };
  }
  if ((readCount(file['file_size']) ?? 0) > sizeLimit) return { ok: false, reason: 'too_large' };
  const path = readText(file['file_path']) ?? '';
  if (!filePath.test(path)) return { ok: false, reason: 'foreign_host' };
  return transport.download({ baseUrl, path: `/file/bot${inPath(token)}/${path}`, limit: sizeLimit, signal });
}
