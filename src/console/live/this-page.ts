/** Names this page to the server for as long as it is open: its line and its presence are of one page. */
export const thisPage = crypto.randomUUID();
