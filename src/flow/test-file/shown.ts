import { mediaKinds } from '../../core/message.js';
import type { z } from 'zod';
import type { Report } from '../report.js';
import { mapping, oneOrMore, text } from '../shape/values.js';
import type { Shows } from '../test-definition.js';
import { lookUp } from '../vocabulary.js';
import type { Vocabulary } from '../vocabulary.js';
import { placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';

export interface LineSetting {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

const titles = oneOrMore(text).optional();

export const shownShape = mapping({
  text: text.optional(),
  image: text.optional(),
  video: text.optional(),
  audio: text.optional(),
  file: text.optional(),
  link: text.optional(),
  buttons: titles,
  cards: titles,
  quick_replies: titles,
  template: text.describe('The template as which it goes out, after the reply window.').optional(),
});

/** Whatever the bot says, or shows, will do. */
const whichever = 'any';

/** @param line The whole line, for the places in it. */
export function readShows(
  written: z.output<typeof shownShape>,
  line: SourceNode,
  setting: LineSetting,
): Shows {
  const { text: said = whichever, buttons, cards, quick_replies: quickReplies } = written;
  const media = mediaKinds.flatMap((kind) => {
    const url = written[kind];
    return url === undefined ? [] : [[kind, url === whichever ? null : url] as const];
  });
  return {
    text: said === whichever ? null : said,
    ...(media.length > 0 && { media: Object.fromEntries(media) }),
    ...readNamed(written, line, setting),
    ...(buttons && { buttons }),
    ...(cards && { cards }),
    ...(quickReplies && { quickReplies }),
  };
}

/** What it shows of the workspace, by name. */
function readNamed(
  { link: name, template: called }: z.output<typeof shownShape>,
  line: SourceNode,
  { vocabulary, report }: LineSetting,
): Pick<Shows, 'link' | 'template'> {
  const place = (key: string) => placeAt(line, ['bot', key]);
  const things =
    name !== undefined && vocabulary.bookings.byName.has(name) ? vocabulary.bookings : vocabulary.links;
  const link = name === undefined ? null : lookUp(things, name, place('link'), report);
  const template =
    called === undefined ? null : lookUp(vocabulary.templates, called, place('template'), report);
  return { ...(link && { link }), ...(template && { template }) };
}
