import type { Finding } from './finding.js';

/** What is said in one language and not in another. */
export const translationFindings = {
  'missing-language': {
    severity: 'warning',
    title: 'A language that is left out',
    explanation: 'What is written by language is there for those who speak one of them only.',
    example: '# with `languages: [en, de]`\nask: { en: [How long does it take?] }',
    mend: 'Add the language, or write it once without any.',
  },
  'untranslated-flow': {
    severity: 'warning',
    title: 'A flow that does not speak a language',
    explanation:
      'Other flows of the workspace speak this language; who is spoken to in it comes to a flow that says nothing in it.',
    example: `# guide.de.yaml is there, prices.de.yaml is not
flow: prices`,
    mend: 'Write the file of its translations, or the texts by language where they stand.',
  },
  'stale-translation': {
    severity: 'warning',
    title: 'A translation of what is not said',
    explanation:
      'A translation belongs to the text that it translates; once that is changed it belongs to none.',
    example: `# guide.de.yaml, while guide.yaml says "Here is the guide"
texts:
  - en: Here is your guide
    de: Hier ist der Leitfaden`,
    mend: 'Write the text as the flow says it now, and see whether the translation still fits.',
  },
  'repeated-translation': {
    severity: 'warning',
    title: 'A text that is translated twice',
    explanation:
      'The same text is said in the same words wherever it stands: only the first translation counts.',
    example: `texts:
  - { en: Thanks!, de: Danke! }
  - { en: Thanks!, de: Vielen Dank! }`,
    mend: 'Take one of them out.',
  },
} as const satisfies Readonly<Record<string, Finding>>;
