import type { AnswerPhrases } from './phrases.js';

export const germanAnswerPhrases: AnswerPhrases = {
  anythingElse: 'Notiert. Noch etwas?',
  done: 'Fertig',
  retrySeveral: 'Bitte wähle hiervon aus: {{least}} bis {{most}}.',
  retryYesNo: 'Bitte antworte mit Ja oder Nein.',
  retryLongText: 'Bitte schreib höchstens {{most}} Zeichen.',
  retryNumber: 'Bitte schreib eine Zahl, zum Beispiel 12.',
  retryNumberFrom: 'Bitte schreib eine Zahl: {{least}} oder mehr.',
  retryNumberUpTo: 'Bitte schreib eine Zahl: {{most}} oder weniger.',
  retryNumberBetween: 'Bitte schreib eine Zahl von {{least}} bis {{most}}.',
  retryDate: 'Bitte schreib ein Datum, zum Beispiel 3. Mai oder morgen.',
  retryDateFrom: 'Bitte schreib ein Datum: {{least}} oder später.',
  retryDateUpTo: 'Bitte schreib ein Datum: {{most}} oder früher.',
  retryDateBetween: 'Bitte schreib ein Datum vom {{least}} bis {{most}}.',
  retryEmail: 'Bitte schreib eine E-Mail-Adresse, zum Beispiel name@example.com.',
  retryPhone: 'Bitte schreib eine Telefonnummer mit Ländervorwahl, zum Beispiel {{example}}.',
  retryUrl: 'Bitte schreib eine Webadresse, zum Beispiel example.com.',
  retryRating: 'Bitte wähle von 1 bis {{most}}.',
  retryPattern: 'Das sieht nicht richtig aus. Bitte prüf es noch einmal.',
  retryPatternExample: 'Bitte schreib es so: {{example}}',
};
