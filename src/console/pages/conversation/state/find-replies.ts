import type { SavedReply } from './answers.js';

/** Saved replies for what was typed after `/`: whose shortcut begins so first, then those that contain it. */
export function findReplies(
  query: string,
  replies: readonly SavedReply[],
  workspace: string,
): readonly SavedReply[] {
  const wanted = query.toLocaleLowerCase();
  return replies
    .filter((reply) => reply.workspace === null || reply.workspace === workspace)
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort(
      (one, other) => one.rank - other.rank || one.reply.shortcut.localeCompare(other.reply.shortcut, 'en'),
    )
    .map(({ reply }) => reply);
}

function rankOf({ shortcut, text }: SavedReply, wanted: string): number {
  if (shortcut.startsWith(wanted)) return 0;
  if (shortcut.includes(wanted)) return 1;
  return text.toLocaleLowerCase().includes(wanted) ? 2 : 3;
}
