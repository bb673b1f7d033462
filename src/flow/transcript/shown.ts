import { linksOf, mediaKinds } from '../../core/message.js';
import type { MessageBody } from '../../core/message.js';
import type { Shows } from '../test-definition.js';
import { buttonsIn, titleOf } from './offers.js';
import { containsText, isSameText } from './same-text.js';

/**
 * What these messages, taken together, do not show of what a test expects, each as it would be said after "without"; empty:
 * all of it is there.
 */
export function findMissing(expected: Shows, bodies: readonly MessageBody[]): readonly string[] {
  const { text, link, buttons = [], cards = [], quickReplies = [] } = expected;
  const titles = {
    button: bodies.flatMap((body) => [
      ...linksOf({ ...body, buttons: [], cards: [] }).map(({ label }) => label),
      ...buttonsIn(body).map(titleOf),
    ]),
    card: bodies.flatMap((body) => body.cards ?? []).map(({ title }) => title),
    'quick reply': bodies.flatMap((body) => body.quickReplies ?? []).map(({ title }) => title),
  };
  const absent = (what: keyof typeof titles, wanted: readonly string[]) =>
    wanted
      .filter((title) => !titles[what].some((found) => isSameText(found, title)))
      .map((title) => `the ${what} “${title}”`);
  return [
    ...(text === null || bodies.some((body) => containsText(body.text, text)) ? [] : [`“${text}”`]),
    ...missingMedia(expected, bodies),
    ...(link === undefined || bodies.some((body) => leadsTo(body, link)) ? [] : [`the link ${link.name}`]),
    ...missingTemplate(expected, bodies),
    ...absent('button', buttons),
    ...absent('card', cards),
    ...absent('quick reply', quickReplies),
  ];
}

function missingTemplate({ template }: Shows, bodies: readonly MessageBody[]): readonly string[] {
  if (template === undefined) return [];
  const isThere = bodies.some((body) => body.template?.name === template.platformName);
  return isThere ? [] : [`the template ${template.name}`];
}

function missingMedia({ media }: Shows, bodies: readonly MessageBody[]): readonly string[] {
  if (media === undefined) return [];
  return mediaKinds.flatMap((kind) => {
    const url = media[kind];
    if (url === undefined) return [];
    const found = bodies.some(
      (body) => body.media?.kind === kind && (url === null || body.media.url === url),
    );
    return found ? [] : [url === null ? `any ${kind}` : `the ${kind} ${url}`];
  });
}

function leadsTo(body: MessageBody, { target, reference }: NonNullable<Shows['link']>): boolean {
  return linksOf(body).some(
    (link) => withoutReference(link.target, reference) === withoutReference(target, reference),
  );
}

/** Both are written alike once the same parameter is taken out of them. */
function withoutReference(target: string, reference: string | undefined): string {
  if (reference === undefined) return target;
  const address = new URL(target);
  address.searchParams.delete(reference);
  return address.href;
}
