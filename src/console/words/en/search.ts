/** The page that searches contacts and messages. */
export const search = {
  title: 'Search',
  label: 'Search contacts and messages',
  clear: 'Clear',
  placeholder: 'A name, a tag, or words from a message',
  begin: 'Find who and what was said',
  beginWhy: 'Contacts by name, id or tag; messages and notes by their words.',
  nothing: (wanted: string) => `Nothing found for “${wanted}”`,
  nothingWhy: 'Try fewer words, or their beginnings.',
  contacts: 'Contacts',
  messages: 'Messages and notes',
  /** Who said it: the contact, whose name stands above; we, or the bot for us; a colleague, to colleagues. */
  directions: { in: 'Them:', out: 'Us:', note: 'Note:' },
  nothingNow: 'Nothing found',
  found: (contacts: number, messages: number, isMore: boolean) =>
    [
      contacts === 1 ? '1 contact' : `${contacts} contacts`,
      messages === 1 && !isMore ? '1 message' : `${messages}${isMore ? '+' : ''} messages`,
    ].join(', '),
};
