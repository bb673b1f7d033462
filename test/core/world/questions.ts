import type { FaqEntry } from '../../../src/core/faq.js';
import type { Template } from '../../../src/core/flow.js';
import type { WorkspaceDefinition } from '../../../src/flow/workspace-definition.js';
import { Brand } from './brand.js';

type Written = Partial<Omit<FaqEntry, 'id' | 'phrasings' | 'response'>> & {
  readonly en: readonly string[];
  readonly de?: readonly string[];
  readonly answer?: Template;
  readonly flow?: string;
  readonly response?: FaqEntry['response'];
};

/** A question of the FAQ, called by its first phrasing unless it has a title. */
export function question(id: string, { en, de = [], answer = [], flow, ...more }: Written): FaqEntry {
  const first: Template = [
    { byLanguage: { en: [en[0] ?? ''], ...(de[0] !== undefined && { de: [de[0]] }) } },
  ];
  return {
    id,
    phrasings: [
      ...en.map((text) => ({ text, language: 'en' })),
      ...de.map((text) => ({ text, language: 'de' })),
    ],
    question: first,
    title: first,
    response:
      flow === undefined
        ? { kind: 'answer', text: answer, link: null, needsProfile: false }
        : { kind: 'flow', flow },
    tags: [],
    from: null,
    until: null,
    channels: null,
    ...more,
  };
}

export const both = (en: string, de: string): Template => [{ byLanguage: { en: [en], de: [de] } }];

export const duration = question('duration', {
  en: ['How long does a website take?', 'When would my website be ready?', 'How many weeks do you need?'],
  de: ['Wie lange dauert eine Website?', 'Wann wäre meine Website fertig?', 'Wie viele Wochen braucht ihr?'],
  title: both('How long it takes', 'Wie lange es dauert'),
  answer: both('Four to six weeks.', 'Vier bis sechs Wochen.'),
});

export const instalments = question('instalments', {
  en: ['Can I pay in instalments?', 'Is a payment plan possible?', 'Do I have to pay everything at once?'],
  de: ['Kann ich in Raten zahlen?', 'Muss ich alles auf einmal bezahlen?'],
  title: both('Paying in parts', 'In Raten zahlen'),
  answer: both('Half now, half later.', 'Die Hälfte jetzt, die Hälfte später.'),
});

export const place = question('place', {
  en: ['Where are you located?', 'Can I visit your studio?', 'Which city are you in?'],
  de: ['Wo seid ihr?', 'Kann ich euch im Studio besuchen?'],
  title: both('Where we are', 'Wo wir sind'),
  answer: both('In Hamburg.', 'In Hamburg am Hafen.'),
});

/** A brand that answers these questions. */
export function answering(
  entries: readonly FaqEntry[] = [duration, instalments, place],
  more: Partial<WorkspaceDefinition> & { readonly asksBack?: boolean } = {},
): Brand {
  const { asksBack = true, ...differences } = more;
  return new Brand({ ...differences, faq: { entries, asksBack } });
}
