import type { Placeholder, Template, TemplatePart } from './flow.js';

/** What placeholders may be filled with. Sources have their own room: a follower's answer cannot pose as anything else. */
export interface TemplateValues {
  readonly answers: Readonly<Record<string, string>>;
  readonly contact: Readonly<Record<string, string>>;
  readonly workspace: Readonly<Record<string, string>>;
  /** To speak in, the best first. */
  readonly languages: readonly string[];
}

/** Fills a template in one pass; what is filled in is never looked at again. */
export function fillTemplate(template: Template, values: TemplateValues): string {
  return template.map((part) => fillPart(part, values)).join('');
}

/** A text in each of its languages; one that has none is the only one. */
export function alternativesOf(template: Template): readonly Template[] {
  const byLanguage = template.flatMap((part) =>
    typeof part === 'object' && 'byLanguage' in part ? Object.values(part.byLanguage) : [],
  );
  return byLanguage.length === 0 ? [template] : byLanguage;
}

function fillPart(part: TemplatePart, values: TemplateValues): string {
  if (typeof part === 'string') return part;
  return 'byLanguage' in part
    ? fillTemplate(pickLanguage(part.byLanguage, values.languages) ?? [], values)
    : fillPlaceholder(part, values);
}

/** What is there in the first of the languages that has anything; else whatever is there. */
export function pickLanguage<T>(
  byLanguage: Readonly<Record<string, T>>,
  languages: readonly string[],
): T | undefined {
  const language = languages.find((one) => Object.hasOwn(byLanguage, one));
  return language === undefined ? Object.values(byLanguage)[0] : byLanguage[language];
}

function fillPlaceholder(placeholder: Placeholder, values: TemplateValues): string {
  const source = sourceOf(placeholder, values);
  const value = Object.hasOwn(source, placeholder.name) ? source[placeholder.name] : undefined;
  return value === undefined || value.trim() === '' ? placeholder.fallback : value;
}

function sourceOf(placeholder: Placeholder, values: TemplateValues): Readonly<Record<string, string>> {
  switch (placeholder.source) {
    case 'answer':
      return values.answers;
    case 'contact':
      return values.contact;
    case 'workspace':
      return values.workspace;
  }
}

/** Fills the server's own phrases, `{{name}}` only; unknown names are left empty. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}
