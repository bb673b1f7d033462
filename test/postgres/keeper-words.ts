/** What a keeper is told to do with its server. That it goes away is told by ending the channel. */
export type KeeperOrder = 'resume' | 'stop' | 'crash';

/** A keeper's answer to each order, and, unasked, to having been started. */
export type KeeperAnswer = { readonly url: string } | { readonly fault: string };
