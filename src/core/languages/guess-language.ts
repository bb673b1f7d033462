import { toWords } from '../words.js';

/** Short words that people cannot write a sentence without, and that other languages hardly have. ISO 639-1 codes. */
const functionWords: Readonly<Record<string, string>> = {
  en: 'the and is are was you your i my me we it this that what how when where why can could would do does have has please hello hi hey thanks thank for with about want need am not',
  de: 'der die das und ist sind war du dein ich mein mir mich wir es dies was wie wann wo warum kann kannst könnte würde habe hast hat bitte hallo moin danke für mit über möchte brauche bin nicht ein eine zum zur auf auch',
  fr: 'le la les et est sont vous votre je mon moi nous ce cette que comment quand où pourquoi peux pouvez voudrais avez ai bonjour salut merci pour avec sur veux besoin suis pas une des du',
  es: 'el los las y es son usted tu yo mi nosotros esto eso qué cómo cuándo dónde por puedo puede quisiera tengo tiene hola gracias para con sobre quiero necesito soy una un del',
  it: 'il lo gli e è sono tu tuo io mio noi questo quello che come quando dove perché posso può vorrei ho hai ciao grazie per con su voglio bisogno una un della del',
  pt: 'o os as e é são você seu eu meu nós isto isso que como quando onde porque posso pode gostaria tenho tem olá oi obrigado obrigada para com sobre quero preciso uma um do da',
  nl: 'de het en is zijn jij je jouw ik mijn wij dit dat wat hoe wanneer waar waarom kan kun zou heb heeft hallo hoi dank bedankt voor met over wil nodig ben niet een',
};

const wordsByLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(functionWords).map(([language, words]) => [language, new Set(toWords(words))]),
);

/**
 * Which of these languages a message is written in; null where it does not show: too short, a name, or a language that is
 * none of them. It takes two tell-tale words at least, and more than any other language has.
 */
export function guessLanguage(text: string, languages: readonly string[]): string | null {
  const words = new Set(toWords(text));
  const scores = languages
    .map((language) => ({ language, score: countOf(words, wordsByLanguage.get(language)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best !== undefined && best.score > 1 && best.score > (second?.score ?? 0) ? best.language : null;
}

function countOf(words: ReadonlySet<string>, known: ReadonlySet<string> = new Set()): number {
  return [...words].filter((word) => known.has(word)).length;
}
