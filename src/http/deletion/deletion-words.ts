/** Languages in which the page about a deletion is written; the first one where none is wished for. */
export const deletionLanguages = ['en', 'de'] as const;

export type DeletionLanguage = (typeof deletionLanguages)[number];

/** What the page says, a sentence each. Moments and numbers come in as they are to be read. */
export interface DeletionWords {
  readonly title: string;
  received(moment: string): string;
  readonly open: string;
  done(moment: string): string;
  erased(contacts: number): string;
  readonly whatIsErased: string;
  readonly whatStays: string;
  readonly nothingFound: string;
  ask(brand: string | null): string;
  code(code: string): string;
  readonly unknown: string;
}

const english: DeletionWords = {
  title: 'Your request to be deleted',
  received: (moment) => `We received your request on ${moment}.`,
  open: 'It is not done yet. The app knows you by another name than your chats do, so somebody has to find them first. This page will say when it is done.',
  done: (moment) => `It was done on ${moment}.`,
  erased: (contacts) =>
    contacts === 1 ? 'Your chat with us is deleted.' : `Your ${contacts} chats with us are deleted.`,
  whatIsErased:
    'That means: every message, every answer that you gave, everything that was noted about you, your name, and who you are on the platform.',
  whatStays:
    'What stays tells nobody who you are: that somebody was deleted, and, if you had said STOP, a mark by which we keep to it.',
  nothingFound: 'We have found nothing of yours.',
  ask: (brand) =>
    `Do you have questions? Write to ${brand ?? 'the business'} where you wrote to them before, and name the code below.`,
  code: (code) => `Code: ${code}`,
  unknown: 'We know of no such request. Please check the address.',
};

const german: DeletionWords = {
  title: 'Deine Bitte um Löschung',
  received: (moment) => `Deine Bitte haben wir am ${moment} erhalten.`,
  open: 'Sie ist noch nicht erledigt. Die App kennt dich unter einem anderen Namen als deine Chats; jemand muss sie erst finden. Sobald sie gelöscht sind, steht es hier.',
  done: (moment) => `Erledigt am ${moment}.`,
  erased: (contacts) =>
    contacts === 1 ? 'Dein Chat mit uns ist gelöscht.' : `Deine ${contacts} Chats mit uns sind gelöscht.`,
  whatIsErased:
    'Das heißt: jede Nachricht, jede Antwort von dir, alles, was über dich vermerkt war, dein Name und wer du auf der Plattform bist.',
  whatStays:
    'Was bleibt, verrät niemandem, wer du bist: dass jemand gelöscht wurde und, falls du STOP gesagt hattest, ein Zeichen, an dem wir uns daran halten.',
  nothingFound: 'Wir haben nichts von dir gefunden.',
  ask: (brand) =>
    `Du hast Fragen? Schreib ${brand ?? 'dem Unternehmen'} dort, wo du schon geschrieben hast, und nenne den Code, der hier steht.`,
  code: (code) => `Code: ${code}`,
  unknown: 'Eine solche Bitte kennen wir nicht. Bitte prüfe die Adresse.',
};

export const deletionWords: Readonly<Record<DeletionLanguage, DeletionWords>> = { en: english, de: german };
