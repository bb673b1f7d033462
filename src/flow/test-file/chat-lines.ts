import { z } from 'zod';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { duration, mapping, text } from '../shape/values.js';
import type { ChatLine } from '../test-definition.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readShows, shownShape } from './shown.js';
import type { LineSetting } from './shown.js';

/** Any message of the bot will do. */
const anything = 'any';

type LineName = Exclude<ChatLine['kind'], 'bot_shows'>;
type WithoutPlace<T> = T extends unknown ? Omit<T, 'place'> : never;
type Line = WithoutPlace<ChatLine>;

/** Reads one kind of line; null, and a report, where it is written otherwise. */
type ReadLine = (node: SourceNode, setting: LineSetting) => Line | null;

/** Each line is a mapping of who does what to what is said or done. */
const lines: Readonly<Record<LineName, ReadLine>> = {
  me: line('me', text, (said) => ({ kind: 'me', text: said })),
  tap: line('tap', text, (title) => ({ kind: 'tap', title })),
  postback: line('postback', text, (payload) => ({ kind: 'postback', payload })),
  story_reply: line('story_reply', text, (said) => ({ kind: 'story_reply', text: said })),
  story_mention: line('story_mention', z.literal(anything), () => ({ kind: 'story_mention' })),
  comment: line('comment', z.union([text, mapping({ text, post: text.optional() })]), (comment) =>
    typeof comment === 'string'
      ? { kind: 'comment', text: comment, post: null }
      : { kind: 'comment', text: comment.text, post: comment.post ?? null },
  ),
  ref: line('ref', text, (ref) => ({ kind: 'ref', ref })),
  ad: line('ad', text, (ad) => ({ kind: 'ad', ad })),
  ice_breaker: line('ice_breaker', text, (title) => ({ kind: 'ice_breaker', title })),
  menu: line('menu', text, (title) => ({ kind: 'menu', title })),
  bot: readBotLine,
  public: line('public', text, (said) => ({ kind: 'public', text: said === anything ? null : said })),
  agent: line('agent', text, (said) => ({ kind: 'agent', text: said })),
  silence: line('silence', duration, (length) => ({ kind: 'silence', duration: length })),
};

const lineNames = Object.keys(lines) as readonly LineName[];

function line<T>(name: LineName, schema: z.ZodType<T>, toLine: (written: T) => Line): ReadLine {
  const shape = mapping({ [name]: schema });
  return (node, { report }) => {
    const { value } = readShape(shape, node, report);
    return value === null ? null : toLine(value[name] as T);
  };
}

export function readChatLine(node: SourceNode, setting: LineSetting): ChatLine | null {
  const { report } = setting;
  const name = lineNames.find((candidate) => node.kind === 'map' && node.entries.has(candidate));
  if (name === undefined) {
    reportUnknownLine(node, report);
    return null;
  }
  const read = lines[name](node, setting);
  return read && { ...read, place: node.place };
}

function readBotLine(node: SourceNode, setting: LineSetting): Line | null {
  const { value } = readShape(mapping({ bot: z.union([text, shownShape]) }), node, setting.report);
  if (value === null) return null;
  return typeof value.bot === 'string'
    ? { kind: 'bot', text: value.bot === anything ? null : value.bot }
    : { kind: 'bot_shows', shows: readShows(value.bot, node, setting) };
}

function reportUnknownLine(node: SourceNode, report: Report): void {
  const [key, entry] = node.kind === 'map' ? ([...node.entries][0] ?? []) : [];
  report.error(entry?.keyPlace ?? node.place, 'unknown-line', 'This is no line of a chat.', {
    allowed: lineNames,
    hint: (key === undefined ? null : didYouMean(key, lineNames)) ?? 'A line says who speaks: `me: Guide!`',
  });
}
