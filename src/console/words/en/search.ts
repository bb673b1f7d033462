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
  directions: { in: 'wrote', out: 'was sent', note: 'note' },
};
