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

/** One kind of line: how it is written, and what it is then; null, and a report, where it is written otherwise. */
interface LineKind {
  readonly shape: z.ZodObject;
  readonly read: (node: SourceNode, setting: LineSetting) => Line | null;
}

const botShape = mapping({
  bot: z
    .union([text, shownShape])
    .describe('What the bot says now, or a part of it; `any` message; or what it shows, key by key.'),
});

const commentShape = z
  .union([text, mapping({ text, post: text.describe('The post, by its id.').optional() })])
  .describe('What the contact writes under a post.');

/** Each line is a mapping of who does what to what is said or done. */
export const lineKinds: Readonly<Record<LineName, LineKind>> = {
  me: line('me', text.describe('What the contact writes.'), (said) => ({ kind: 'me', text: said })),
  tap: line('tap', text.describe('The button or quick reply that they tap, by its title.'), (title) => ({
    kind: 'tap',
    title,
  })),
  postback: line('postback', text.describe('What a button from elsewhere sends.'), (payload) => ({
    kind: 'postback',
    payload,
  })),
  story_reply: line('story_reply', text.describe('What they answer to a story of yours.'), (said) => ({
    kind: 'story_reply',
    text: said,
  })),
  story_mention: line('story_mention', z.literal(anything).describe('They mention you in a story.'), () => ({
    kind: 'story_mention',
  })),
  comment: line('comment', commentShape, (comment) =>
    typeof comment === 'string'
      ? { kind: 'comment', text: comment, post: null }
      : { kind: 'comment', text: comment.text, post: comment.post ?? null },
  ),
  ref: line('ref', text.describe('The ref of the link by which they come.'), (ref) => ({ kind: 'ref', ref })),
  ad: line('ad', text.describe('The ad from which they come, by its id.'), (ad) => ({ kind: 'ad', ad })),
  ice_breaker: line('ice_breaker', text.describe('The ice breaker that they tap.'), (title) => ({
    kind: 'ice_breaker',
    title,
  })),
  menu: line('menu', text.describe('The entry of the menu that they tap.'), (title) => ({
    kind: 'menu',
    title,
  })),
  bot: { shape: botShape, read: readBotLine },
  public: line('public', text.describe('What is answered under the comment; `any` will do.'), (said) => ({
    kind: 'public',
    text: said === anything ? null : said,
  })),
  agent: line('agent', text.describe('What a person of yours writes: they have the chat then.'), (said) => ({
    kind: 'agent',
    text: said,
  })),
  silence: line(
    'silence',
    duration.describe('So long nobody says anything, the bot included.'),
    (length) => ({
      kind: 'silence',
      duration: length,
    }),
  ),
};

const lineNames = Object.keys(lineKinds) as readonly LineName[];

function line<T>(name: LineName, schema: z.ZodType<T>, toLine: (written: T) => Line): LineKind {
  const shape = mapping({ [name]: schema });
  return {
    shape,
    read: (node, { report }) => {
      const { value } = readShape(shape, node, report);
      return value === null ? null : toLine(value[name] as T);
    },
  };
}

export function readChatLine(node: SourceNode, setting: LineSetting): ChatLine | null {
  const { report } = setting;
  const name = lineNames.find((candidate) => node.kind === 'map' && node.entries.has(candidate));
  if (name === undefined) {
    reportUnknownLine(node, report);
    return null;
  }
  const read = lineKinds[name].read(node, setting);
  return read && { ...read, place: node.place };
}

function readBotLine(node: SourceNode, setting: LineSetting): Line | null {
  const { value } = readShape(botShape, node, setting.report);
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
