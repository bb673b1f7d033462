import type { ChatMoment, TranscriptFailure } from '../../flow/transcript/chat-player.js';
import { showDifference } from './show-difference.js';

/** Moments of the chat that are shown before a failure: enough to know where it is. */
const mostMoments = 12;

/** Where a chat went another way, the chat until there, and how it differs. */
export function showFailure(failure: TranscriptFailure, folder: string): readonly string[] {
  const { file, line, column, message, chat = [], difference } = failure;
  return [
    `${folder}/${file}:${line}:${column} ${message}`,
    ...(chat.length > mostMoments ? ['    …'] : []),
    ...chat.slice(-mostMoments).flatMap(showMoment),
    ...(difference === undefined ? [] : showDifference(difference).map((text) => `    ${text}`)),
  ];
}

function showMoment({ who, text, by }: ChatMoment): readonly string[] {
  const [first = '', ...rest] = text.split('\n');
  const speaker = by === null ? '' : `  (${by})`;
  return [`    ${who.padEnd(8)}  ${first}${speaker}`, ...rest.map((more) => `              ${more}`)];
}
