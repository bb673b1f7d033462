/** Addresses of pages that are made of something. */
export function conversationAddress(conversationId: string): string {
  return `/inbox/${encodeURIComponent(conversationId)}`;
}

/** The id of the conversation that an address below `/inbox` names; the router has undone part of the encoding. */
export function conversationIn(rest: string | undefined): string | null {
  if (rest === undefined || rest === '') return null;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
