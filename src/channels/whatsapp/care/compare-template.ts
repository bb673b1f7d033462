import type { AccountFinding, ExpectedTemplate } from '../../channel.js';
import { asFields, asList, type Fields, readText } from '../../fields.js';
import { ok, problem, warning } from '../../meta/care/findings.js';

/** What is to be said of one declared template, beside those that the platform has. */
export function compareTemplate(expected: ExpectedTemplate, present: readonly Fields[]): AccountFinding {
  const subject = `template ${expected.name} (${expected.language})`;
  const sameName = present.filter(({ name }) => name === expected.name);
  const template = sameName.find(({ language }) => language === expected.language);
  if (template === undefined) return problem(subject, missing(sameName), create(expected));
  const status = readText(template['status']) ?? 'of unknown status';
  if (status !== 'APPROVED') {
    return problem(subject, `It is ${status}, and cannot be sent.`, 'Look at it in WhatsApp Manager.');
  }
  return compareWords(subject, expected, template);
}

function missing(sameName: readonly Fields[]): string {
  const languages = sameName.map(({ language }) => readText(language) ?? '?').join(', ');
  return languages === ''
    ? 'WhatsApp has no template of this name.'
    : `WhatsApp has it in other languages only: ${languages}.`;
}

function create({ category, body }: ExpectedTemplate): string {
  return `Create it in WhatsApp Manager as ${category}, with the text: ${body}`;
}

function compareWords(subject: string, expected: ExpectedTemplate, template: Fields): AccountFinding {
  const components = asList(template['components']).map((part) => asFields(part) ?? {});
  const body = readText(components.find(isBody)?.['text']) ?? '';
  const [filled, asked] = [gapsIn(expected.body), gapsIn(body)];
  if (filled !== asked) {
    return problem(
      subject,
      `It has ${gapsInWords(asked)} where the workspace fills ${gapsInWords(filled)}: WhatsApp would refuse it.`,
      `Make them the same; WhatsApp has: ${body}`,
    );
  }
  if (components.some(needsMore)) {
    return problem(
      subject,
      'Its header or a button of it needs something filled in as well, which Heyword does not do.',
      'Use a template whose gaps are all in its body.',
    );
  }
  if (plain(body) !== plain(expected.body)) {
    return warning(
      subject,
      'It reads otherwise than the workspace says: contacts see WhatsApp’s text.',
      `WhatsApp has: ${body}`,
    );
  }
  return compareCategory(subject, expected, template);
}

function compareCategory(subject: string, { category }: ExpectedTemplate, template: Fields): AccountFinding {
  const actual = readText(template['category'])?.toLowerCase() ?? category;
  return actual === category
    ? ok(subject, 'It is approved, and reads as the workspace says.')
    : warning(
        subject,
        `WhatsApp counts it as ${actual}, the workspace as ${category}.`,
        'Change one of them: what promotes needs consent to its topic.',
      );
}

function isBody({ type }: Fields): boolean {
  return readText(type)?.toUpperCase() === 'BODY';
}

const media = new Set(['IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']);

/** A medium above it, or a gap in its header or the address of a button. */
function needsMore(part: Fields): boolean {
  if (isBody(part)) return false;
  const { text, format, buttons } = part;
  const addresses = asList(buttons).map((button) => readText(asFields(button)?.['url']));
  const isMedium = media.has(readText(format)?.toUpperCase() ?? '');
  return isMedium || [readText(text), ...addresses].some((words) => gapsIn(words ?? '') > 0);
}

/** Numbered or named ones, each counted once. */
function gapsIn(text: string): number {
  return new Set(text.match(/\{\{\s*\w+\s*\}\}/g)).size;
}

function gapsInWords(count: number): string {
  return count === 1 ? 'one gap' : `${count} gaps`;
}

/** White space is not what a text says. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
