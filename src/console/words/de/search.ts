import type { Words } from '../en.js';

export const search: Words['search'] = {
  title: 'Suche',
  label: 'Kontakte und Nachrichten durchsuchen',
  clear: 'Leeren',
  placeholder: 'Ein Name, ein Schlagwort oder Wörter aus einer Nachricht',
  begin: 'Finde, wer was gesagt hat',
  beginWhy: 'Kontakte nach Name, Kennung oder Schlagwort; Nachrichten und Notizen nach ihren Wörtern.',
  nothing: (wanted) => `Nichts gefunden zu „${wanted}“`,
  nothingWhy: 'Versuch es mit weniger Wörtern oder ihren Anfängen.',
  contacts: 'Kontakte',
  messages: 'Nachrichten und Notizen',
  directions: { in: 'Kontakt:', out: 'Wir:', note: 'Notiz:' },
  nothingNow: 'Nichts gefunden',
  found: (contacts, messages, isMore) =>
    [
      contacts === 1 ? '1 Kontakt' : `${contacts} Kontakte`,
      messages === 1 && !isMore ? '1 Nachricht' : `${messages}${isMore ? '+' : ''} Nachrichten`,
    ].join(', '),
};
