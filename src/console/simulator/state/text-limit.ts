/** The longest text that the simulator takes, in UTF-16 units. */
const longestText = 20_000;

/** Whether a text can be sent; when it is too long, a note for its writer, whose words are never cut off silently. */
export function judgeText(text: string): { readonly isSendable: boolean; readonly note?: string } {
  if (text.length <= longestText) return { isSendable: text.trim() !== '' };
  const [length, limit] = [text.length, longestText].map((count) => count.toLocaleString('en'));
  return { isSendable: false, note: `${String(length)} characters; at most ${String(limit)} can be sent.` };
}
