import { germanAnswerPhrases } from './answers/phrases-de.js';
import type { PhraseSet } from './phrases.js';

export const germanPhrases: PhraseSet = {
  ...germanAnswerPhrases,
  disclosure: 'Du schreibst mit dem automatischen Assistenten von {{brand}}.',
  stopped: 'Du bist abgemeldet und bekommst keine Nachrichten mehr von uns. Mit START holst du uns zurück.',
  started: 'Schön, dass du wieder da bist! Wir antworten dir wieder. Mit STOP ist jederzeit Schluss.',
  help: 'Hier antwortet der automatische Assistent von {{brand}}. Schreib MENSCH, um jemanden von uns zu erreichen, oder STOP, um alle Nachrichten zu beenden.',
  notUnderstood:
    'Das habe ich leider nicht verstanden. Ich kenne diese Wörter: {{keywords}}. Schreib MENSCH, um jemanden von uns zu erreichen.',
  didYouMean: 'Ich bin nicht ganz sicher, was du meinst. Ist es eine von diesen Fragen?',
  noneOfThese: 'Nichts davon',
  askPerson: 'Mit Mensch sprechen',
  choose: 'Auswählen',
  retry: 'Das habe ich leider nicht verstanden.',
  yes: 'Ja',
  no: 'Nein',
  handoffOpen:
    'Jemand aus dem Team {{team}} antwortet dir hier. Wir melden uns möglichst innerhalb von {{within}} unserer Öffnungszeit.',
  handoffOpenNoPromise: 'Jemand aus dem Team {{team}} antwortet dir hier, sobald es geht.',
  handoffClosed:
    'Jemand aus dem Team {{team}} antwortet dir hier. Gerade haben wir geschlossen und sind {{opens}} wieder da.',
  escalatedEmail:
    'Schreib bitte an {{to}} und nenne {{reference}}: Das Team {{team}} sieht unseren Chat, du musst nichts noch einmal erzählen.',
  escalatedPhone:
    'Ruf bitte {{to}} an und nenne {{reference}}: Das Team {{team}} sieht unseren Chat, du musst nichts noch einmal erzählen.',
  escalatedTicket: 'Wir haben ein Ticket für dich angelegt: {{reference}}.',
};
