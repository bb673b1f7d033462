import type { Plugin } from 'vite';

const dictionaries = /react-(?:aria|stately)[^?]*\/intlStrings\.mjs$/;
/** What a line of such a file is about: `"de-DE": …` or `import … from "…/de-DE.mjs"`. */
const about = /["/]([a-z]{2})-[A-Z]{2}(?:\.mjs)?"/;
const spoken: readonly string[] = ['en', 'de'];

/** Leaves out what React Aria says in languages that the pages do not speak: a fifth of all that is loaded first. */
export function spokenLanguages(): Plugin {
  return {
    name: 'spoken-languages',
    apply: 'build',
    transform: (code, id) => {
      if (!dictionaries.test(id)) return null;
      const lines = code.split('\n').filter((line) => isSpoken(about.exec(line)?.[1]));
      return { code: lines.join('\n'), map: { mappings: '' } };
    },
  };
}

function isSpoken(language: string | undefined): boolean {
  return language === undefined || spoken.includes(language);
}
