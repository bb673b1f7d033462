/** What Meta puts in front of everything that was sent along. */
const hosts = /(^|\.)(fbcdn\.net|cdninstagram\.com)$|^(cdn|lookaside)\.fbsbx\.com$/;

/**
 * Whether an address is one of Meta's own stores, over https at its usual port. An attachment's address comes in a signed
 * delivery, but that of a shared link is whatever its sender wrote.
 *
 * Source: addresses in Meta's webhook examples (platforms reference §3.1, §4.2); files and voice messages of Messenger are
 * at `cdn.fbsbx.com`.
 */
export function isMetaMedia({ protocol, hostname, port, username, password }: URL): boolean {
  const isPlain = port === '' && username === '' && password === '';
  return protocol === 'https:' && isPlain && hosts.test(hostname);
}
