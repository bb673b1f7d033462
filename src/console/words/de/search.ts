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
  directions: { in: 'schrieb', out: 'wurde gesendet', note: 'Notiz' },
};
